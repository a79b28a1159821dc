using MonitoringDemo.LiveStory.Clock;

namespace MonitoringDemo.LiveStory.Tests.Clock;

public sealed class PumpProgressTests
{
    private readonly StoryClock _clock = new();

    [Fact]
    public void The_pump_that_has_worked_for_longest_is_waited_for()
    {
        var progress = new PumpProgress(_clock);
        var training = progress.Began("training");
        _clock.Advance(TimeSpan.FromSeconds(1));
        progress.Rested("reading", progress.Began("reading"));

        var before = progress.RestedAt;
        progress.Rested("training", training);

        before.ShouldBe(TimeSpan.Zero);
        progress.RestedAt.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_pump_that_failed_is_not_waited_for_until_it_is_called_again()
    {
        var progress = new PumpProgress(_clock);
        progress.Began("training");

        progress.Failed("training");
        var meanwhile = progress.RestedAt;
        _clock.Advance(TimeSpan.FromSeconds(1));
        progress.Began("training");

        meanwhile.ShouldBe(TimeSpan.MaxValue);
        progress.RestedAt.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task All_is_done_when_each_has_rested_after_a_call_that_began_later()
    {
        var progress = new PumpProgress(_clock);
        var earlier = progress.Began("reading");
        _clock.Advance(TimeSpan.FromSeconds(1));
        var done = progress.AllDoneAsync(TestContext.Current.CancellationToken);

        progress.Rested("reading", earlier);
        var early = done.IsCompleted;
        _clock.Advance(TimeSpan.FromSeconds(1));
        progress.Rested("reading", progress.Began("reading"));
        await done;

        early.ShouldBeFalse();
    }
}
