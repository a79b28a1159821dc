using System.Globalization;
using MonitoringDemo.Releases.Checks;
using MonitoringDemo.Releases.Fleet;
using MonitoringDemo.Releases.Load;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Releases;

/// <summary>Many versions come to answer all requests through a canary, one after the other, under a steady load.</summary>
internal static class ManyReleases
{
    // The music moves on between one candidate and the next.
    private const long RowsThere = 60_000;
    private const string Trainer = "binned-logistic";
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(100);

    /// <returns>Whether all held.</returns>
    public static async Task<bool> RunAsync(int releases, double perSecond, TimeSpan atMost, TextWriter output, CancellationToken cancellation)
    {
        var time = TimeProvider.System;
        await using var fleet = await ReleaseFleet.StartAsync(new Dictionary<string, string?> { ["Retraining:QualityAlpha"] = "0.5" }, cancellation);
        var seasons = new Seasons(RowsThere);
        var load = new SteadyLoad(fleet.Port, new SongStream(SongWorld.Of(seasons, seasons.Manifest, seed: 1), 10_000), perSecond, time);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (began, loading) = (time.GetTimestamp(), load.RunAsync(enough.Token));
        string? order = null;
        while (Promoted(fleet.Entries) < releases && time.GetElapsedTime(began) < atMost)
        {
            await Task.Delay(_look, time, cancellation);
            if (order is not null && Fate.Of(fleet.Entries, order) is { EndedBy: null, Highest: not ("probation" or "in service") }) continue;
            order = await fleet.OrderAsync(Trainer, cancellation);
        }

        var seconds = time.GetElapsedTime(began).TotalSeconds;
        await enough.CancelAsync();
        await loading;
        await fleet.StopAsync(cancellation);
        var (entries, log) = (fleet.Entries, ServedLog.Read(fleet.Data, load.Answers));
        var (promoted, rolledBack) = (Promoted(entries), entries.Count(entry => entry.Happened is VersionRejected or VersionRegistered { Version.RejectedBecause: not null }));
        var waits = load.Answers.Select(answer => 1_000.0 * answer.Ticks / TimeProvider.System.TimestampFrequency).Order().ToList();
        string At(double share) => waits[(int)(share * (waits.Count - 1))].ToString("0.0", CultureInfo.InvariantCulture);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""

            | releases under load | |
            |---|---|
            | versions that came to answer all requests through a canary | {promoted} |
            | releases of any kind: shadows, steps of canaries, promotions, ends | {entries.Count(entry => entry.Happened is Released)} |
            | versions that were refused or taken back | {rolledBack} |
            | requests a second, {perSecond:N0} asked for, {Environment.ProcessorCount} cores | {load.Answers.Count / seconds:N0} |
            | requests answered, in {seconds:0} s | {load.Answers.Count:N0} |
            | answers that a canary gave, each held against the share of requests that is its own | {log.ByCanary:N0} |
            | ms to an answer: half, 99 in 100, 999 in 1,000, slowest | {At(0.5)}, {At(0.99)}, {At(0.999)}, {At(1)} |
            | **failed** | **{load.Failed}** |
            | **doubled** | **{log.Doubled}** |
            | **acknowledged and not in the log as it was** | **{log.Missing}** |
            | **answers whose version the journal does not explain** | **{log.Unexplained}** |
            | **of {load.Repeated:N0} requests sent again: another answer** | **{load.OtherAnswers}** |

            """));
        if (load.FirstFailure is { } failure) await output.WriteLineAsync($"The first that failed: {failure}");
        return promoted >= releases && load.Failed + log.Doubled + log.Missing + log.Unexplained + load.OtherAnswers == 0;
    }

    /// <summary>Promotions that end a canary.</summary>
    private static int Promoted(IReadOnlyList<JournalEntry> entries)
    {
        var (count, before) = (0, (Released?)null);
        foreach (var released in entries.Select(entry => entry.Happened).OfType<Released>())
        {
            count += before is { Phase: ReleasePhase.Canary } && released.Change.Champion.Version == before.Change.Shadow!.Version ? 1 : 0;
            before = released;
        }

        return count;
    }
}
