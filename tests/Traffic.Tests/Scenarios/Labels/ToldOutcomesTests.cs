using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Tests.Scenarios.Labels;

/// <summary>The world stays and what is told of it does not.</summary>
public sealed class ToldOutcomesTests
{
    private const int Rows = 2_000;
    private static readonly int Key = SongSchema.Instance.IndexOf("key");

    [Fact]
    public void Held_back_outcomes_come_all_at_once_with_the_mend_and_none_before()
    {
        var world = World("outcomes-stop");
        var mend = ScenarioCatalog.TryGet("outcomes-stop")!.Manifest.MendRow!.Value;

        long[] due = [.. Enumerable.Range(8_000, 5_500).Select(row => (long?)(row + world.Outcomes.RowsAfter(row, 1))).OfType<long>()];
        long[] before = [.. Enumerable.Range(7_800, 200).Select(row => (long?)(row + world.Outcomes.RowsAfter(row, 1))).OfType<long>()];

        due.ShouldAllBe(row => row >= mend);
        due.Count(row => row == mend).ShouldBeInRange(4_400, 4_800, "95 % of those that would have come before");
        before.ShouldAllBe(row => row < 8_200, "what was underway still comes");
    }

    [Fact]
    public void Untold_misses_never_come_and_hits_come_as_before()
    {
        var world = World("misses-untold");
        var steady = World("steady");

        Enumerable.Range(8_000, Rows).ShouldAllBe(row => world.Outcomes.RowsAfter(row, 0) == null);
        Enumerable.Range(8_000, Rows).ShouldAllBe(row => world.Outcomes.RowsAfter(row, 1) == steady.Outcomes.RowsAfter(row, 1));
    }

    [Fact]
    public void One_label_in_five_is_told_wrong_whatever_it_is()
    {
        var world = World("noisy-labels");

        foreach (byte label in new byte[] { 0, 1 })
            Enumerable.Range(8_000, 12_000).Average(row => world.ReportedLabel(row, label) == label ? 0.0 : 1.0).ShouldBe(0.2, 0.015);
    }

    [Fact]
    public void The_lying_source_lies_about_its_own_songs_only()
    {
        var world = World("poisoned-labels");
        var songs = Modelled.Read(world, 15_000, 20_000);
        var lies = new int[12];
        var told = new int[12];

        for (var i = 0; i < songs.Count; i++)
        {
            var key = (int)songs.Row(i)[Key];
            told[key]++;
            lies[key] += world.ReportedLabel(15_000 + i, songs.Labels[i]) == songs.Labels[i] ? 0 : 1;
        }

        Enumerable.Range(0, 12).Where(key => lies[key] > 0).ShouldBe([7, 9]);
        ((double)lies[7] / told[7]).ShouldBe(0.9, 0.05);
    }

    [Fact]
    public void Hits_become_rare_and_sound_as_they_did()
    {
        var world = World("prior-shift");
        var (before, after) = (Modelled.Read(world, 0, 8_000), Modelled.Read(world, 8_000, 16_000));

        var (hitsBefore, hitsAfter) = (Modelled.Only(before, 1), Modelled.Only(after, 1));

        ((double)hitsAfter.Count / after.Count).ShouldBe(0.2, 0.015);
        before.Schema.Features.Take(10).Select(feature => Modelled.Psi(hitsBefore, hitsAfter, feature.Name)).ShouldAllBe(psi => psi < 0.03);
    }

    private static SongWorld World(string id) => SongWorld.Of(ScenarioCatalog.TryGet(id)!, ScenarioCatalog.TryGet(id)!.Manifest, 4);
}
