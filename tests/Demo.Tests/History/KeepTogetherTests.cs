using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Demo.History;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Demo.Tests.History;

public sealed class KeepTogetherTests
{
    private readonly KeepTogether _together = new(requests: 2);
    private readonly ScriptedPump _songs = new("traffic") { Works = true };
    private readonly ScriptedPump _monitor = new("drift-detection");

    [Fact]
    public async Task Traffic_rests_after_its_requests_until_it_is_told_to_go_on()
    {
        var (traffic, _) = Watched();

        var first = new[] { await Turn(traffic), await Turn(traffic), await Turn(traffic) };
        _together.GoOn();
        var second = new[] { await Turn(traffic), await Turn(traffic), await Turn(traffic) };

        first.ShouldBe([true, true, false]);
        second.ShouldBe([true, true, false]);
        _songs.Turns.ShouldBe(4);
    }

    [Fact]
    public async Task A_turn_in_which_nothing_was_sent_is_not_a_request()
    {
        var (traffic, _) = Watched();
        _songs.Works = false;

        await Turn(traffic);
        await Turn(traffic);
        _songs.Works = true;
        var later = new[] { await Turn(traffic), await Turn(traffic), await Turn(traffic) };

        later.ShouldBe([true, true, false]);
    }

    [Fact]
    public async Task The_fleet_is_at_rest_once_every_other_pump_has_looked_again_and_found_nothing()
    {
        var (traffic, monitor) = Watched();
        await Turn(monitor);
        var before = _together.IsAtRest;
        await Turn(traffic);
        await Turn(traffic);

        var unread = _together.IsAtRest;
        _monitor.Works = true;
        await Turn(monitor);
        var working = _together.IsAtRest;
        _monitor.Works = false;
        await Turn(monitor);
        var done = _together.IsAtRest;

        (before, unread, working, done).ShouldBe((false, false, false, true));
    }

    [Fact]
    public async Task A_turn_that_began_before_the_last_song_does_not_count()
    {
        var (traffic, monitor) = Watched();
        _monitor.Gate = new TaskCompletionSource();
        var training = Turn(monitor);
        await Turn(traffic);
        await Turn(traffic);

        _monitor.Gate.SetResult();
        await training;
        var old = _together.IsAtRest;
        await Turn(monitor);

        old.ShouldBeFalse();
        _together.IsAtRest.ShouldBeTrue();
    }

    private static async Task<bool> Turn(IPump pump) => await pump.PumpAsync(TestContext.Current.CancellationToken);

    private (IPump Traffic, IPump Monitor) Watched()
    {
        var services = new ServiceCollection().AddSingleton<IPump>(_ => _songs).AddSingleton<IPump>(_ => _monitor);
        _together.Watch(services);
        var pumps = services.BuildServiceProvider().GetServices<IPump>().ToArray();
        return (pumps[0], pumps[1]);
    }

    private sealed class ScriptedPump(string name) : IPump
    {
        public bool Works { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public int Turns { get; private set; }

        public string Name => name;

        public int Order => 0;

        public async ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
        {
            Turns++;
            if (Gate is { } gate) await gate.Task;
            return Works;
        }
    }
}
