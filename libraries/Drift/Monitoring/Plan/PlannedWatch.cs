using System.Globalization;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Drift.Monitoring.Plan;

/// <summary>Feeds the planned tests with the rows that data quality has had the time to look at, and with outcomes as they arrive, of rows that are not known to be broken.</summary>
internal sealed class PlannedWatch
{
    private readonly MonitorOptions _options;
    private readonly ITask _task;
    private readonly List<PlannedChannel> _channels = [];
    private readonly DetectorChannel[] _onErrors, _onRows;
    private readonly WindowChannel[] _windows;
    private readonly JointChannel[] _joint;
    private long _next;

    public PlannedWatch(FeatureSchema schema, MonitorOptions options, TestCatalog catalog)
    {
        (_options, _task) = (options, schema.Task);
        foreach (var plan in options.Tests) Add(plan, schema, catalog);
        _onErrors = [.. _channels.OfType<DetectorChannel>().Where(channel => channel.Column == PlannedChannel.Errors)];
        _onRows = [.. _channels.OfType<DetectorChannel>().Except(_onErrors)];
        _windows = [.. _channels.OfType<WindowChannel>()];
        _joint = [.. _channels.OfType<JointChannel>()];
    }

    /// <summary>What advisory tests say now.</summary>
    public IReadOnlyList<Advice> Advice => [.. _channels.Select(channel => channel.Advice).OfType<Advice>()];

    public void Rebase(RowRing ring, long row, long trainedFrom, long trainedTo, FindingBook book)
    {
        _next = Math.Max(_next, row);
        foreach (var channel in _channels) channel.Rebase(ring, row, trainedFrom, trainedTo, book);
    }

    public void Pass(RowRing ring, FindingBook book)
    {
        if (_channels.Count == 0) return;

        var to = Math.Max(ring.First, _options.Vetted(ring.Next));
        for (_next = Math.Max(_next, ring.First); _next < to; _next++)
        {
            if (!ring.IsGood(_next)) continue;
            foreach (var channel in _onRows) channel.Take(_next, channel.Column == PlannedChannel.Scores ? ScoreOf(ring.Value(_next, channel.Column)) : ring.Value(_next, channel.Column), ring, book);
        }

        if (ring.Next % _options.DriftStep != 0) return;
        foreach (var channel in _windows) channel.Check(ring, book);
        foreach (var channel in _joint) channel.Check(ring, book);
    }

    /// <summary>An outcome of a row that the champion answered.</summary>
    public void Answered(RowRing ring, long row, byte label, FindingBook book)
    {
        if (!ring.IsGood(row)) return;
        foreach (var channel in _onErrors) channel.Take(row, _task.IsRight(ring.Value(row, PlannedChannel.Scores), label) ? 0 : 1, ring, book);
    }

    // Of many classes, how sure the answer was: what a detector of numbers can follow.
    private double ScoreOf(double score) => _task.IsScore(score) ? _task.EventProbability(score) : score;

    public void Save(BinaryWriter writer)
    {
        writer.Write(_next);
        foreach (var channel in _channels) channel.Save(writer);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        _next = reader.ReadInt64();
        foreach (var channel in _channels) channel.Restore(reader, book);
    }

    private void Add(PlannedTest plan, FeatureSchema schema, TestCatalog catalog)
    {
        var before = _channels.Count;
        if (catalog.MultivariateTest(plan.Test) is { } joint)
        {
            if (Joint(plan, schema, joint) is { } channel) _channels.Add(channel);
        }
        else if (plan.On is PlannedTest.Error or PlannedTest.Score)
        {
            var column = plan.On == PlannedTest.Error ? PlannedChannel.Errors : PlannedChannel.Scores;
            if (Channel(plan, plan.On, column, FeatureKind.Numeric, catalog) is { } channel) _channels.Add(channel);
        }
        else
        {
            for (var i = 0; i < schema.Count; i++)
            {
                var feature = schema.Features[i];
                if (plan.On is PlannedTest.EveryFeature || plan.On == feature.Name)
                {
                    if (Channel(plan, feature.Name, i, feature.Kind, catalog) is { } channel) _channels.Add(channel);
                }
            }
        }

        if (_channels.Count == before) throw new ArgumentException($"MonitorOptions: Tests: '{plan.Test}' cannot watch '{plan.On}': there is no such feature, or the test does not suit it.");
    }

    private JointChannel? Joint(PlannedTest plan, FeatureSchema schema, IMultivariateTest test)
    {
        if (plan.Threshold is null && !(test.LeastPValue < plan.Alpha))
            throw new ArgumentException($"MonitorOptions: Tests: '{plan.Test}' on '{plan.On}' would never speak: {(double.IsNaN(test.LeastPValue) ? "it has no p-value, so it needs a Threshold" : $"its p-value is never below {test.LeastPValue.ToString(CultureInfo.InvariantCulture)}, so it needs a larger Alpha, or a Threshold")}.");

        var columns = JointChannel.Columns(schema, plan.On);
        var on = string.Join(PlannedTest.And, columns.Select(column => schema.Features[column].Name));
        return columns.Length > 1 ? new JointChannel(plan, on, columns, test, _options) : null;
    }

    private PlannedChannel? Channel(PlannedTest plan, string on, int column, FeatureKind kind, TestCatalog catalog)
    {
        if (catalog.Detector(plan.Test) is { } detector)
            return kind == FeatureKind.Numeric ? new DetectorChannel(plan, on, column, detector, _options) : null;

        var test = catalog.TwoSampleTest(plan.Test)
            ?? throw new ArgumentException($"MonitorOptions: Tests: there is no detector or test '{plan.Test}'; known are {string.Join(", ", catalog.Names)}.");
        return column != PlannedChannel.Errors && test.Suits(kind) ? new WindowChannel(plan, on, column, test, _options) : null;
    }
}
