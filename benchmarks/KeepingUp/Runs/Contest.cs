using System.Diagnostics;
using System.Globalization;

namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>Plays cases, some at once, and tells each as it ends. One that does not run is told, and the others go on.</summary>
/// <param name="peers">Null to leave them out.</param>
internal sealed class Contest(Fleet fleet, Peers? peers, TextWriter progress)
{
    private readonly Lock _gate = new();

    /// <summary>What did not run, and why.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>The outcomes in the order of the cases, without those that failed.</summary>
    public async Task<IReadOnlyList<Outcome>> PlayAsync(IReadOnlyList<Case> cases, int atOnce, CancellationToken cancellation)
    {
        var outcomes = new Outcome?[cases.Count];
        var done = 0;
        await Parallel.ForAsync(0, cases.Count, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, async (i, token) =>
        {
            var outcome = await TryAsync(cases[i], token);
            outcomes[i] = outcome;
            lock (_gate)
                progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{++done} of {cases.Count}: {(outcome is null ? Failures[^1] : Told(outcome))}"));
        });
        return [.. outcomes.OfType<Outcome>()];
    }

    private async Task<Outcome?> TryAsync(Case played, CancellationToken cancellation)
    {
        try
        {
            return await PlayAsync(played, cancellation);
        }
        catch (InvalidOperationException e)
        {
            lock (_gate) Failures.Add($"{played.Title} FAILED: {e.Message}");
            return null;
        }
    }

    private async Task<Outcome> PlayAsync(Case played, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("keeping-up-").FullName;
        try
        {
            var file = played.File(folder);
            var began = Stopwatch.GetTimestamp();
            var result = await fleet.PlayAsync(played, file, folder, cancellation);
            var (fleetTook, between) = (Stopwatch.GetElapsedTime(began), Stopwatch.GetTimestamp());
            var (scheduled, wereKept) = peers is null ? ([], false) : await peers.PlayAsync(played, file, cancellation);
            return new Outcome(played, result, scheduled, fleetTook, Stopwatch.GetElapsedTime(between), wereKept);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Told(Outcome outcome)
    {
        var (fleet, took) = (outcome.Fleet, outcome.FleetTook.TotalSeconds);
        var schedules = string.Concat(outcome.Peers.Select(peer => FormattableString.Invariant($", every {peer.Every} on {peer.Window} {peer.Accuracy:0.0000}")));
        var peers = outcome.WereKept ? "; schedules kept from before" : outcome.Peers.Count == 0 ? "" : FormattableString.Invariant($"; schedules in {outcome.PeersTook.TotalSeconds:0} s");
        return FormattableString.Invariant($"{outcome.Played.Title}: fleet {fleet.Accuracy:0.0000}, static {fleet.Static:0.0000}{schedules} (fleet in {took:0} s{peers})");
    }
}
