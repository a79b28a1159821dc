using MonitoringDemo.Drift.Monitoring;

namespace MonitoringDemo.DriftDetection;

/// <summary>Right answers on the newest outcomes: whole reports of them, as few as make 1,000.</summary>
internal sealed class RollingAccuracy
{
    private const int Outcomes = 1_000;

    private readonly Queue<AccuracySince> _reports = new();
    private volatile AccuracySince? _current;

    public AccuracySince? Current => _current;

    public void Add(AccuracySince? report)
    {
        if (report is null) return;

        _reports.Enqueue(report);
        var sum = Plus(_current, report, 1);
        while (sum.Outcomes - _reports.Peek().Outcomes >= Outcomes) sum = Plus(sum, _reports.Dequeue(), -1);
        _current = sum;
    }

    public void Clear()
    {
        _reports.Clear();
        _current = null;
    }

    private static AccuracySince Plus(AccuracySince? sum, AccuracySince report, int sign) => new(
        (sum?.Outcomes ?? 0) + sign * report.Outcomes,
        (sum?.FleetCorrect ?? 0) + sign * report.FleetCorrect,
        (sum?.StaticCorrect ?? 0) + sign * report.StaticCorrect);
}
