using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Tests.Scenarios;

public sealed class StackedScenarioTests
{
    private const int Rows = 300;

    private static readonly int s_columns = SongSchema.Instance.Count;
    private static readonly int s_duration = SongSchema.Instance.IndexOf("duration_ms");

    [Fact]
    public void The_second_happens_to_what_the_first_makes_from_its_own_beginning_on()
    {
        var (drift, both) = (World("decades"), World("decades+unit-change@3000"));

        var (before, broken, mended) = (Read(both, 8_000 - Rows), Read(both, 8_000), Read(both, 10_000));
        var expected = Read(drift, 8_000);

        before.Features.SequenceEqual(Read(drift, 8_000 - Rows).Features).ShouldBeTrue();
        broken.Labels.ShouldBe(expected.Labels);
        broken.Features.SequenceEqual(expected.Features.Select((value, i) => i % s_columns == s_duration ? value / 1_000 : value)).ShouldBeTrue();
        mended.Features.SequenceEqual(Read(drift, 10_000).Features).ShouldBeTrue();
    }

    [Fact]
    public void One_that_picks_songs_picks_among_those_that_the_first_makes()
    {
        var mode = SongSchema.Instance.IndexOf("mode");
        var (market, both) = (Read(World("one-market"), 8_000), Read(World("one-market+summer-hits"), 8_000));
        var (later, flipped) = (Read(World("one-market+summer-hits@400"), 8_000), Read(World("one-market+taste-flip"), 8_000));

        var minor = new[] { market, both }.Select(of => Enumerable.Range(0, Rows).Count(i => of.Features[(i * s_columns) + mode] == 0)).ToList();

        minor[1].ShouldBeLessThan(minor[0] - (Rows / 20), "summer hits prefer major keys");
        later.Features.SequenceEqual(market.Features).ShouldBeTrue("the second has not begun");
        flipped.Labels.ShouldBe(market.Labels.Select(label => (byte)(1 - label)));
    }

    [Fact]
    public void What_goes_wrong_twice_goes_wrong_by_different_dice()
    {
        var (steady, flip, both) = (World("steady"), World("gradual-flip"), World("gradual-flip+noisy-labels"));
        long[] rows = [.. Enumerable.Range(9_000, 2_000)];

        var flipped = rows.Where(row => Read(both, row, 1).Labels[0] != Read(steady, row, 1).Labels[0]).ToList();
        var noisy = rows.Where(row => both.ReportedLabel(row, 0) == 1).ToList();
        var expected = noisy.Count * flipped.Count / (double)rows.Length;

        flipped.ShouldBe(rows.Where(row => Read(flip, row, 1).Labels[0] != Read(steady, row, 1).Labels[0]), "the first draws as if it were alone");
        noisy.Count.ShouldBeInRange(340, 460, "one in five");
        ((double)noisy.Intersect(flipped).Count()).ShouldBeInRange(0.8 * expected, 1.2 * expected);
    }

    [Fact]
    public void Its_manifest_asks_for_what_either_asks_and_forbids_what_both_forbid()
    {
        var manifest = ScenarioCatalog.TryGet("taste-flip+unit-change@2000")!.Manifest;

        manifest.RightResponse.ShouldBe(DecisionActions.Quarantine);
        (manifest.Songs, manifest.Onset, manifest.BreaksAfter, manifest.MendedAfter).ShouldBe((22_000, 8_000, 2_000, 4_000));
        manifest.RequiredFindings.Select(pattern => (pattern.Kinds[0], pattern.Feature, pattern.Within, pattern.After)).ShouldBe(
            [(FindingKinds.RealisedPerformance, null, 1_000, 0), (FindingKinds.DataQuality, "duration_ms", 2_200, 2_000)]);
        manifest.ForbiddenFindings.ShouldBeEmpty();
        manifest.ForbiddenActions.ShouldBeEmpty();
        (manifest.MinPromotions, manifest.MaxPromotions, manifest.Budget.NoBrokenRowTrainedOn, manifest.Budget.OracleMargin).ShouldBe((1, null, true, 0.03));
    }

    [Theory]
    [InlineData("taste-flip", "")]
    [InlineData("taste-flip+unit-change", "")]
    [InlineData("unknown", "No scenario 'unknown'; there are bad-candidate")]
    [InlineData("taste-flip+unknown@5", "'taste-flip+unknown@5' names no scenario with 'unknown'.")]
    [InlineData("taste-flip+taste-flip", "joins 'taste-flip' with itself")]
    [InlineData("taste-flip+unit-change@soon", "as in unit-change@3000")]
    [InlineData("taste-flip+unit-change@-1", "as in unit-change@3000")]
    [InlineData("a+b+c", "joins more than two")]
    [InlineData("taste-flip+unit-change-in-drift", "one of them is two at once")]
    [InlineData("taste-flip+bad-candidate", "put it first, as in bad-candidate+taste-flip")]
    [InlineData("taste-flip+code-change@100", "put it first, as in code-change+taste-flip")]
    public void A_name_that_is_none_is_refused_with_what_to_write(string id, string wrong)
    {
        var scenario = ScenarioCatalog.TryGet(id, out var why);

        (scenario is null).ShouldBe(wrong.Length > 0);
        why.ShouldContain(wrong);
    }

    private static SongWorld World(string id) => SongWorld.Of(ScenarioCatalog.TryGet(id)!, ScenarioCatalog.TryGet(id)!.Manifest, 5);

    private static (double[] Features, byte[] Labels) Read(SongWorld world, long from, int rows = Rows)
    {
        var (features, labels) = (new double[rows * s_columns], new byte[rows]);
        world.Generate(from, features, labels);
        return (features, labels);
    }
}
