using MonitoringDemo.Alerting.Deliver;

namespace MonitoringDemo.Alerting.Tests.Deliver;

public sealed class BackOffTests
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(20, 300)]
    [InlineData(10_000, 300)]
    public void The_pause_doubles_up_to_a_bound_and_jitter_takes_at_most_half(int attempt, double whole)
    {
        var pause = BackOff.After(s_first, s_longest, attempt, seed: 7, "key");

        pause.TotalSeconds.ShouldBeInRange(whole / 2, whole);
    }

    [Fact]
    public void The_same_seed_gives_the_same_pause_and_another_key_another_one()
    {
        var pause = BackOff.After(s_first, s_longest, 3, 7, "key");

        BackOff.After(s_first, s_longest, 3, 7, "key").ShouldBe(pause);
        BackOff.After(s_first, s_longest, 3, 7, "other").ShouldNotBe(pause);
        BackOff.After(s_first, s_longest, 3, 8, "key").ShouldNotBe(pause);
    }
}
