using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>Columns of the kinds that make a data-quality check cry wolf, and do not change.</summary>
public sealed class SteadyRowsTests
{
    private const int Rows = 50_000;

    private static readonly FeatureSchema Schema = new(
        [
            .. new[] { "constant", "tied", "half zero", "whole", "heavy tail", "autocorrelated", "null bursts", "random nulls", "copy of whole", "tiny" }
                .Select(name => new Feature(name, FeatureKind.Numeric, [], Nullable: true)),
            new Feature("rare categories", FeatureKind.Categorical, [.. Enumerable.Range(0, 50).Select(i => $"{i}")]),
        ],
        "label");

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void Rows_that_are_odd_but_steady_give_no_finding(ulong seed)
    {
        var random = new SplitMix64(seed);
        var monitor = new ModelMonitor(Schema);
        var (level, nulls, time, row) = (0.0, 0, 0L, 0L);
        var last = new double[Schema.Count];
        for (; row < 3_000; row++) monitor.AddHistory(row, Next(), [time]);
        monitor.ChangeModel(3_000, 1, 0, 3_000);

        for (; row < Rows; row++) monitor.AddPredictions(row, Next(), [0.5], [0.5], 1, [time]);

        monitor.Check().Findings.Where(finding => finding.Kind == DriftFindingKind.DataQuality).ShouldBeEmpty();

        double[] Next()
        {
            time += (long)(2_000 * random.NextDouble());
            // One row in a hundred comes twice.
            if (random.NextDouble() < 0.01) return last;
            level = (0.95 * level) + random.NextDouble() - 0.5;
            nulls = nulls > 0 ? nulls - 1 : random.NextDouble() < 0.004 ? 12 : 0;
            var whole = random.NextInt(1_000);
            // One unseen category in ten thousand rows.
            var category = random.NextDouble() < 0.0001 ? 50 : (int)(50 * random.NextDouble() * random.NextDouble());
            last =
            [
                7, random.NextInt(4), random.NextDouble() < 0.5 ? 0 : random.NextDouble(), whole, 1 / (1e-6 + random.NextDouble()), level,
                nulls > 0 ? double.NaN : random.NextDouble(), random.NextDouble() < 0.1 ? double.NaN : random.NextDouble(), whole, 1e-12 * random.NextDouble(), category,
            ];
            return last;
        }
    }
}
