using MonitoringDemo.Chaos.Fleet;

namespace MonitoringDemo.Chaos.Blows;

/// <summary>Strikes at random, by its seed: every kind of blow once in an order of its own, and then again. Moments of the processes are their own, so a seed repeats the blows and not the run.</summary>
internal sealed class Striker(Services services, Func<Strike[]> strikes, Watch watch, Random random, TimeProvider time, TextWriter output)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    /// <summary>Blow after blow until the time is over; the fleet comes back after each but the hasty ones.</summary>
    public async Task<IReadOnlyList<Blow>> StrikeAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var (blows, deck) = (new List<Blow>(), new Queue<Strike>());
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < duration)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5 + (2.5 * random.NextDouble())), time, cancellationToken);
            if (deck.Count == 0)
            {
                var all = strikes();
                random.Shuffle(all);
                deck = new Queue<Strike>(all);
            }

            var strike = deck.Dequeue();
            var at = time.GetElapsedTime(began);
            using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var looking = watch.LookAsync(watching.Token);
            await strike.Act(cancellationToken);
            var ended = time.GetTimestamp();
            // One in four meets a fleet that has not come back from the last.
            if (random.Next(4) > 0) await services.AllAreReadyAsync(_patience, cancellationToken);
            var back = time.GetElapsedTime(ended);
            await watching.CancelAsync();
            var (told, alerts) = await looking;
            blows.Add(new Blow(strike.Kind, told, alerts, back));
            await output.WriteLineAsync(FormattableString.Invariant($"{at.TotalSeconds,6:0} s  {strike.Kind}, back after {back.TotalSeconds:0.0} s; {string.Join(", ", alerts)}"));
        }

        var last = time.GetTimestamp();
        await services.AllAreReadyAsync(_patience, cancellationToken);
        blows.Add(new Blow("(the end)", true, [], time.GetElapsedTime(last)));
        return blows;
    }
}
