using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Demo.Labs;

/// <summary>An alarm that a person can keep in mind: so many wrong of the last so many answers.</summary>
/// <param name="Wrong">Wrong answers that raise it.</param>
/// <param name="Of">The newest answers that it looks at.</param>
internal readonly record struct AlarmRule(int Wrong, int Of)
{
    /// <summary>The position in a sequence of answers at which it is first raised; null when it never is.</summary>
    public int? FirstAlarm(IReadOnlyList<bool> wrong)
    {
        var count = 0;
        for (var i = 0; i < wrong.Count; i++)
        {
            count += wrong[i] ? 1 : 0;
            if (i >= Of) count -= wrong[i - Of] ? 1 : 0;
            if (i >= Of - 1 && count >= Wrong) return i;
        }

        return null;
    }

    /// <summary>How often it is raised while nothing changes: after each alarm it begins anew. Seeded, so the same answer each time.</summary>
    /// <param name="errorRate">The share of wrong answers.</param>
    /// <param name="answers">How many answers to try.</param>
    public int FalseAlarms(double errorRate, int answers)
    {
        var random = new SplitMix64(1);
        var alarms = 0;
        var wrong = new List<bool>(answers);
        for (var i = 0; i < answers; i++) wrong.Add(random.NextDouble() < errorRate);
        for (var rest = 0; FirstAlarm(wrong[rest..]) is { } at; rest += at + 1) alarms++;
        return alarms;
    }
}
