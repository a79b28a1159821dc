using MonitoringDemo.LiveStory.Clock;

namespace MonitoringDemo.LiveStory.Tests.Clock;

public sealed class StoryClockTests
{
    [Fact]
    public async Task Who_waits_goes_on_when_the_time_has_come_and_not_before()
    {
        var clock = new StoryClock();
        var wait = Task.Delay(TimeSpan.FromSeconds(2), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(1.9));
        var early = wait.IsCompleted;
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await wait;

        early.ShouldBeFalse();
        clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_timer_rings_each_time()
    {
        var clock = new StoryClock();
        using var rings = new SemaphoreSlim(0);
        await using var timer = clock.CreateTimer(_ => rings.Release(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

        clock.Advance(TimeSpan.FromSeconds(1));
        await rings.WaitAsync(TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(3));
        await rings.WaitAsync(TestContext.Current.CancellationToken);

        rings.CurrentCount.ShouldBe(0);
    }
}
