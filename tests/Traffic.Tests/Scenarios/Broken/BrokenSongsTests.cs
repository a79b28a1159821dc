using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Tests.Scenarios.Broken;

/// <summary>What arrives is broken, and what became of the songs is not.</summary>
public sealed class BrokenSongsTests
{
    [Theory]
    [InlineData("null-burst", "danceability", "energy")]
    [InlineData("missing-column", "duration_ms")]
    [InlineData("wrong-sign", "loudness")]
    [InlineData("stuck-sensor", "loudness")]
    public void Only_what_is_named_is_broken_and_only_until_it_is_mended(string id, params string[] features)
    {
        var (world, steady) = (World(id), World("steady"));
        var mend = ScenarioCatalog.TryGet(id)!.Manifest.MendRow!.Value;
        var (broken, whole) = (Modelled.Read(world, 8_000, mend), Modelled.Read(steady, 8_000, mend));
        int[] columns = [.. features.Select(SongSchema.Instance.IndexOf)];

        for (var i = 0; i < broken.Count; i++)
        {
            double[] repaired = [.. broken.Row(i)];
            foreach (var column in columns) repaired[column] = whole.Row(i)[column];
            repaired.ShouldBe([.. whole.Row(i)]);
        }

        broken.Labels.ToArray().ShouldBe(whole.Labels.ToArray());
        columns.Select(column => Enumerable.Range(0, broken.Count).Count(i => broken.Row(i)[column] != whole.Row(i)[column])).ShouldAllBe(count => count > 0.4 * broken.Count);
    }

    [Fact]
    public void Every_song_comes_four_times_with_its_fate()
    {
        var songs = Modelled.Read(World("duplicates"), 8_000, 10_000);

        for (var i = 0; i < songs.Count; i++)
        {
            songs.Row(i).SequenceEqual(songs.Row(i - (i % 4))).ShouldBeTrue();
            songs.Labels[i].ShouldBe(songs.Labels[i - (i % 4)]);
        }

        songs.Row(0).SequenceEqual(songs.Row(4)).ShouldBeFalse();
    }

    [Fact]
    public void A_surge_brings_ten_songs_a_minute_in_their_order()
    {
        var world = World("traffic-surge");

        long[] times = [.. Enumerable.Range(8_000, 1_001).Select(row => world.EventTimeOf(row)!.Value)];

        times.ShouldBeInOrder();
        ((times[^1] - times[0]) / 1_000.0).ShouldBe(6_000, 10);
        ScenarioCatalog.TryGet("traffic-surge")!.Haste(0).ShouldBe(10);
    }

    private static SongWorld World(string id) => SongWorld.Of(ScenarioCatalog.TryGet(id)!, ScenarioCatalog.TryGet(id)!.Manifest, 4);
}
