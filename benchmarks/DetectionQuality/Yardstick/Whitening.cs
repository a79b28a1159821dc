using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality.Yardstick;

/// <summary>Takes out of a stream what is known beforehand: its wave, and what a value owes to the one before it. Leaves a standard deviation of one.</summary>
internal static class Whitening
{
    public static void Apply(Scenario scenario, Span<double> values)
    {
        var before = scenario.Segments[0].From;
        switch (before.Shape)
        {
            case Shape.Ar1:
                var sd = before.Sd * Math.Sqrt(1 - before.Phi * before.Phi);
                for (var i = values.Length - 1; i >= 0; i--)
                    values[i] = (values[i] - before.Mean - (i == 0 ? 0 : before.Phi * (values[i - 1] - before.Mean))) / sd;
                break;
            case Shape.Triangle12:
                for (var i = 0; i < values.Length; i++)
                {
                    var phase = i % before.Period / before.Period;
                    values[i] = (values[i] - before.Mean - before.Amplitude * (Math.Abs(4 * phase - 2) - 1)) / before.Sd;
                }

                break;
        }
    }
}
