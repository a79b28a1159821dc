using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>A monitor that is fed rows of numbers, and what it holds to be broken among them.</summary>
internal sealed class PlayedRows
{
    private readonly double[][] _rows;
    private readonly int _history;

    public PlayedRows(string[] columns, double[][] rows, int history, double[]? importance = null)
    {
        (_rows, _history) = (rows, history);
        Schema = new FeatureSchema([.. columns.Select(name => new Feature(name, FeatureKind.Numeric, [], Nullable: true))], "label");
        Monitor = new ModelMonitor(Schema);
        Monitor.AddHistory(0, [.. rows.Take(history).SelectMany(row => row)]);
        Monitor.ChangeModel(history, 1, 0, history, importance);
    }

    public FeatureSchema Schema { get; }

    public ModelMonitor Monitor { get; private set; }

    public List<DriftFinding> All { get; } = [];

    public List<FindingEnd> Ended { get; } = [];

    /// <summary>About data quality.</summary>
    public IReadOnlyList<DriftFinding> Broken => [.. All.Where(finding => finding.Kind == DriftFindingKind.DataQuality)];

    public PlayedRows RunTo(int end)
    {
        while (Monitor.NextRow < end)
        {
            var from = (int)Monitor.NextRow;
            var scores = new double[Math.Min(100, end - from)];
            Array.Fill(scores, 0.5);
            Monitor.AddPredictions(from, [.. _rows.Skip(from).Take(scores.Length).SelectMany(row => row)], scores, scores, 1);
            Report();
        }

        return this;
    }

    public PlayedRows RunToEnd() => RunTo(_rows.Length);

    public void Accept(string what)
    {
        Monitor.AcceptData(what);
        Report();
    }

    public void Resume() => Monitor = ModelMonitor.Resume(Monitor.Save(), Schema);

    /// <summary>The share of the served rows that a finding covers, with a margin where its ends are estimates.</summary>
    public double ShareBroken(int margin = 25)
    {
        var covered = new HashSet<long>();
        foreach (var finding in Broken)
        {
            var around = finding.IsExact ? 0 : margin;
            var end = Ended.Find(end => end.Finding.Id == finding.Id)?.EndedAtRow ?? Monitor.NextRow;
            for (var row = Math.Max(_history, finding.Onset - around); row < Math.Min(Monitor.NextRow, end + around); row++) covered.Add(row);
        }

        return (double)covered.Count / (Monitor.NextRow - _history);
    }

    private void Report()
    {
        var report = Monitor.Check();
        All.AddRange(report.Findings);
        Ended.AddRange(report.Ended);
    }
}
