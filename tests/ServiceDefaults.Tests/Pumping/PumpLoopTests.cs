using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.ServiceDefaults.Tests.Pumping;

public sealed class PumpLoopTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pump_that_worked_is_called_again_at_once_and_one_that_rests_is_woken()
    {
        await using var service = await TestService.StartAsync(b => b.AddPump<CountingPump>(), settings: ("Pump:Interval", "00:10:00"));
        var pump = service.Services.GetRequiredService<CountingPump>();
        await pump.Reached(CountingPump.Work).WaitAsync(Cancellation);

        pump.Give(1);
        service.Services.GetRequiredService<PumpSignal>().Wake();

        await pump.Reached(CountingPump.Work + 1).WaitAsync(Cancellation);
        pump.Overlaps.ShouldBe(0);
    }

    [Fact]
    public async Task In_lockstep_no_loop_runs()
    {
        await using var service = await TestService.StartAsync(b => b.AddPump<CountingPump>(), settings: ("Pump:Lockstep", "true"));
        service.Services.GetRequiredService<PumpSignal>().Wake();

        var pump = service.Services.GetServices<IPump>().Single();

        (await pump.PumpAsync(Cancellation)).ShouldBeTrue();
        service.Services.GetRequiredService<CountingPump>().Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_pump_that_fails_makes_the_service_unready_and_is_tried_again()
    {
        await using var service = await TestService.StartAsync(b => b.AddPump<FailingPump>(), settings: ("Pump:Interval", "00:10:00"));
        var pump = service.Services.GetRequiredService<FailingPump>();
        await pump.Failed.Task.WaitAsync(Cancellation);
        while ((await service.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation)).StatusCode == HttpStatusCode.OK) await Task.Yield();

        pump.Mended = true;
        service.Services.GetRequiredService<PumpSignal>().Wake();
        await pump.Worked.Task.WaitAsync(Cancellation);

        (await service.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        while ((await service.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation)).StatusCode != HttpStatusCode.OK) await Task.Yield();
    }

    [Fact]
    public async Task A_slow_pump_does_not_hold_up_another()
    {
        await using var service = await TestService.StartAsync(b => b.AddPump<StuckPump>().AddPump<CountingPump>());
        var stuck = service.Services.GetRequiredService<StuckPump>();
        await stuck.Entered.Task.WaitAsync(Cancellation);

        await service.Services.GetRequiredService<CountingPump>().Reached(CountingPump.Work).WaitAsync(Cancellation);

        stuck.Release.SetResult();
    }

    internal sealed class CountingPump : IPump
    {
        public const int Work = 3;
        private readonly Lock _gate = new();
        private readonly List<(int Done, TaskCompletionSource Reached)> _waiting = [];
        private int _left = Work;
        private int _done;
        private int _inside;

        public string Name => "counting";

        public int Order => 2;

        public int Calls { get; private set; }

        public int Overlaps { get; private set; }

        public void Give(int work)
        {
            lock (_gate) _left += work;
        }

        public Task Reached(int done)
        {
            lock (_gate)
            {
                if (_done >= done) return Task.CompletedTask;
                var reached = new TaskCompletionSource();
                _waiting.Add((done, reached));
                return reached.Task;
            }
        }

        public ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _inside) > 1) Overlaps++;
            Calls++;
            lock (_gate)
            {
                Interlocked.Decrement(ref _inside);
                if (_left == 0) return new(false);
                _left--;
                _done++;
                foreach (var (_, reached) in _waiting.Where(w => w.Done <= _done)) reached.TrySetResult();
                return new(true);
            }
        }
    }

    internal sealed class FailingPump : IPump
    {
        public string Name => "failing";

        public int Order => 1;

        public volatile bool Mended;

        public TaskCompletionSource Failed { get; } = new();

        public TaskCompletionSource Worked { get; } = new();

        public ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
        {
            if (!Mended)
            {
                Failed.TrySetResult();
                throw new InvalidOperationException("on purpose");
            }

            Worked.TrySetResult();
            return new(false);
        }
    }

    internal sealed class StuckPump : IPump
    {
        public string Name => "stuck";

        public int Order => 1;

        public TaskCompletionSource Entered { get; } = new();

        public TaskCompletionSource Release { get; } = new();

        public async ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            await Release.Task;
            return false;
        }
    }
}
