using MonitoringDemo.Chaos.Fleet;

namespace MonitoringDemo.Chaos.Blows;

/// <summary>Strikes at random, by its seed: what and whom, for how long, and after which pause. Moments of the processes are their own, so a seed repeats the blows and not the run.</summary>
internal sealed class Striker(Services services, Broker broker, int seed, TimeProvider time, TextWriter output)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);
    private readonly Random _random = new(seed);

    /// <summary>Blow after blow until the time is over; the fleet comes back after each but the hasty ones.</summary>
    public async Task<IReadOnlyList<Blow>> StrikeAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var blows = new List<Blow>();
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < duration)
        {
            await PauseAsync(0.5, 6, cancellationToken);
            var (kind, strike) = Next();
            using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var told = IsToldAsync(watching.Token);
            await strike(cancellationToken);
            var ended = time.GetTimestamp();
            // One in three meets a fleet that has not come back from the last.
            if (_random.Next(3) > 0) await services.AllAreReadyAsync(_patience, cancellationToken);
            var back = time.GetElapsedTime(ended);
            await watching.CancelAsync();
            blows.Add(new Blow(kind, await told, back));
            await output.WriteLineAsync(FormattableString.Invariant($"{time.GetElapsedTime(began).TotalSeconds,6:0} s  {kind}"));
        }

        var last = time.GetTimestamp();
        await services.AllAreReadyAsync(_patience, cancellationToken);
        blows.Add(new Blow("(the end)", true, time.GetElapsedTime(last)));
        return blows;
    }

    private (string Kind, Func<CancellationToken, Task> Strike) Next()
    {
        var victim = services.Processes.ElementAt(_random.Next(services.Processes.Count));
        return _random.Next(10) switch
        {
            < 6 => ($"kill -9 {victim.Name}", token => KillAsync(victim, token)),
            < 8 => ($"freeze {victim.Name}", token => FreezeAsync(victim, token)),
            8 => ("stop broker", token => StopBrokerAsync(isKilled: false, token)),
            _ => ("kill -9 broker", token => StopBrokerAsync(isKilled: true, token)),
        };
    }

    private async Task KillAsync(StruckProcess victim, CancellationToken cancellationToken)
    {
        await victim.KillAsync(cancellationToken);
        await PauseAsync(0, 2, cancellationToken);
        victim.Start();
    }

    private async Task FreezeAsync(StruckProcess victim, CancellationToken cancellationToken)
    {
        await victim.FreezeAsync(cancellationToken);
        await PauseAsync(2, 8, cancellationToken);
        await victim.WakeAsync(cancellationToken);
    }

    private async Task StopBrokerAsync(bool isKilled, CancellationToken cancellationToken)
    {
        await (isKilled ? broker.Process.KillAsync(cancellationToken) : broker.Process.StopAsync(cancellationToken));
        await PauseAsync(3, 15, cancellationToken);
        await broker.StartAsync(cancellationToken);
    }

    private async Task<bool> IsToldAsync(CancellationToken watching)
    {
        var everyone = services.Processes.Count;
        try
        {
            await Until.HoldsAsync(async token => await services.ReadyAsync(token) < everyone, _patience, "somebody is unready", watching);
            return true;
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            // Nobody said so while it lasted.
            return false;
        }
    }

    private Task PauseAsync(double least, double most, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(least + ((most - least) * _random.NextDouble())), time, cancellationToken);
}
