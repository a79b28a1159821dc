using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Report;

namespace MonitoringDemo.Retraining.Tests.Report;

public sealed class FeatureShiftTests
{
    private static readonly Feature Number = new("tempo", FeatureKind.Numeric, []);

    [Fact]
    public void Rows_that_did_not_move_are_as_far_apart_as_chance_says()
    {
        var random = new SplitMix64(1);
        var (before, after) = (Normals(random, 2_000, 0), Normals(random, 2_000, 0));

        var shift = FeatureShift.Measure(Number, before, after)!;

        shift.Distance.ShouldBe(shift.Chance, 0.02);
    }

    [Fact]
    public void Rows_that_moved_away_lie_elsewhere_altogether()
    {
        var random = new SplitMix64(2);

        var shift = FeatureShift.Measure(Number, Normals(random, 500, 0), Normals(random, 500, 1_000))!;

        shift.Distance.ShouldBe(1, 0.001);
        shift.Means!.Value.After.ShouldBe(1_000, 1);
    }

    [Fact]
    public void Categories_missing_values_and_what_was_never_seen_have_bins_of_their_own()
    {
        var group = new Feature("group", FeatureKind.Categorical, ["x", "y"]);

        var shift = FeatureShift.Measure(group, [0, 0, 1, 1], [0, 1, 2, double.NaN])!;

        shift.Bins.ShouldBe(["x", "y", "never seen", "missing"]);
        shift.After.ShouldBe([0.25, 0.25, 0.25, 0.25]);
        shift.Distance.ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void Without_rows_there_is_nothing_to_measure()
    {
        FeatureShift.Measure(Number, [], [1]).ShouldBeNull();
        FeatureShift.Measure(Number, [double.NaN], [double.NaN])!.Distance.ShouldBe(0);
    }

    private static double[] Normals(SplitMix64 random, int count, double mean) => [.. Enumerable.Range(0, count).Select(_ => mean + random.NextNormal())];
}
