using MonitoringDemo.Demo.Matrix;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Tests.Matrix;

public sealed class ScheduledTwinTests
{
    [Fact]
    public void It_learns_a_new_taste_and_is_misled_where_only_hits_are_told()
    {
        var steady = Play("steady");
        var flipped = Play("taste-flip");
        var untold = Play("misses-untold");

        steady.Trainings.ShouldBe(20, "the first model, and one every 500 of the 10,000 songs after the first 500");
        Share(steady).ShouldBeInRange(0.75, 0.85);
        Share(flipped).ShouldBeGreaterThan(0.6);
        Share(untold).ShouldBeLessThan(Share(steady) - 0.05, "whoever learns from hits alone learns that everything charts");
    }

    [Fact]
    public void The_same_seed_gives_the_same()
    {
        Play("decades").ShouldBe(Play("decades"));
    }

    private const long Songs = 15_000;

    private static (long Right, int Trainings) Play(string id)
    {
        var scenario = ScenarioCatalog.TryGet(id)!;
        var manifest = scenario.Manifest.WithSongs(Songs);
        return ScheduledTwin.Play(SongWorld.Of(scenario, manifest, 3), manifest, 3);
    }

    private static double Share((long Right, int Trainings) played) => (double)played.Right / (Songs - ScenarioCatalog.TryGet("steady")!.Manifest.Onset);
}
