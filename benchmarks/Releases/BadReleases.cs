using System.Globalization;
using MonitoringDemo.Releases.Candidates;
using MonitoringDemo.Releases.Checks;
using MonitoringDemo.Releases.Fleet;
using MonitoringDemo.Releases.Load;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Releases;

/// <summary>Twenty bad candidates of six kinds want to be released under a steady load: what ends each, and how many requests it answered before.</summary>
internal static class BadReleases
{
    private const double OfAnHour = 0.05;
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _atMostEach = TimeSpan.FromMinutes(4);

    /// <param name="title">What stands in their way.</param>
    /// <param name="options">The settings that make it so.</param>
    /// <param name="year">Of the music: where the champion, of 1962, does not know it, a sound candidate would be better.</param>
    /// <returns>Whether every one was ended in time, and nobody was failed.</returns>
    public static async Task<bool> RunAsync(string title, IReadOnlyDictionary<string, string?> options, double year, double perSecond, TextWriter output, CancellationToken cancellation)
    {
        var time = TimeProvider.System;
        await using var fleet = await ReleaseFleet.StartAsync(options, cancellation);
        var steady = new Seasons(0, year);
        var load = new SteadyLoad(fleet.Port, new SongStream(SongWorld.Of(steady, steady.Manifest, seed: 1), 10_000), perSecond, time);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (began, loading, fates) = (time.GetTimestamp(), load.RunAsync(enough.Token), new List<(BadCandidate Bad, Fate Fate, double Seconds)>());
        // Some rows to judge them on.
        await Task.Delay(TimeSpan.FromSeconds(3), time, cancellation);
        foreach (var bad in BadCandidate.All)
        {
            var asked = time.GetTimestamp();
            var order = await fleet.OrderAsync(bad.Trainer, cancellation);
            var fate = Fate.Of(fleet.Entries, order);
            while (!fate.IsOver && time.GetElapsedTime(asked) < _atMostEach)
            {
                await Task.Delay(_look, time, cancellation);
                fate = Fate.Of(fleet.Entries, order);
            }

            fates.Add((bad, fate, time.GetElapsedTime(asked).TotalSeconds));
        }

        var seconds = time.GetElapsedTime(began).TotalSeconds;
        await enough.CancelAsync();
        await loading;
        await fleet.StopAsync(cancellation);
        var log = ServedLog.Read(fleet.Data, load.Answers);
        var (rate, held) = (load.Answers.Count / seconds, load.Failed + log.Doubled + log.Missing + log.Unexplained == 0);
        var hour = 3_600 * perSecond;
        await output.WriteLineAsync($"\n{title}\n\n| kind | candidate | came as far as | ended by | requests that it answered | s | why |\n|---|---|---|---|---|---|---|");
        foreach (var (bad, fate, took) in fates)
        {
            var met = fate.Version is { } version ? log.AnswersOf.GetValueOrDefault(version) : 0;
            held &= fate.EndedBy is not null && met < OfAnHour * hour;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {bad.Kind} | {bad.Words} | {fate.Highest} | {fate.EndedBy ?? "**nothing**"} | {met:N0} | {took:0.0} | {fate.Why.Replace('|', '/')} |"));
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""

            {fates.Count(each => each.Fate.EndedBy is not null)} of {fates.Count} ended; 5 % of the requests of an hour at {perSecond:N0} a second are {OfAnHour * hour:N0}. {rate:N0} requests a second, {Environment.ProcessorCount} cores; failed {load.Failed}, doubled {log.Doubled}, lost {log.Missing}, unexplained {log.Unexplained}.
            """));
        if (load.FirstFailure is { } failure) await output.WriteLineAsync($"The first that failed: {failure}");
        return held;
    }
}
