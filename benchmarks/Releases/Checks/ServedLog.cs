using MonitoringDemo.Inference.Serving;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Releases.Load;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Releases.Checks;

/// <summary>The log of a fleet that was stopped, held against what callers were told and against the journal.</summary>
/// <param name="Missing">Acknowledged answers that the log has not, or has otherwise.</param>
/// <param name="Doubled">Requests, or rows, that the log has twice.</param>
/// <param name="Unexplained">Answers by a version that the journal's release of that row does not let answer that request.</param>
/// <param name="AnswersOf">Requests that each version answered.</param>
/// <param name="ByCanary">Answers that a canary gave.</param>
internal sealed record ServedLog(int Missing, int Doubled, int Unexplained, IReadOnlyDictionary<int, int> AnswersOf, int ByCanary)
{
    /// <param name="data">The data directory.</param>
    /// <param name="answers">What was acknowledged.</param>
    public static ServedLog Read(string data, IReadOnlyList<Answer> answers)
    {
        var directory = new DataDirectory(data);
        var released = JournalEntry.In(Stores.Journal(directory)).Select(entry => entry.Happened).OfType<Released>().ToDictionary(each => each.Change.Sequence, each => each.Change);
        var (requests, rows) = (new Dictionary<string, (long Row, int Version)>(answers.Count, StringComparer.Ordinal), new HashSet<long>(answers.Count));
        var answersOf = new Dictionary<int, int>();
        var (doubled, unexplained, byCanary, sequence) = (0, 0, 0, 0L);
        using var reader = Stores.Log(directory).OpenReader();
        while (reader.TryRead(out var record))
        {
            if (record is ModelChange change) sequence = change.ReleaseSequence;
            if (record is not PredictionBatch batch) continue;
            for (var i = 0; i < batch.Count; i++) doubled += rows.Add(batch.FirstRow + i) ? 0 : 1;
            answersOf[batch.ModelVersion] = answersOf.GetValueOrDefault(batch.ModelVersion) + 1;
            byCanary += batch.ByCanary ? 1 : 0;
            if (batch.RequestId is not { } name) continue;
            doubled += requests.TryAdd(name, (batch.FirstRow, batch.ModelVersion)) ? 0 : 1;
            unexplained += released.TryGetValue(sequence, out var release) && IsExplained(release, batch) ? 0 : 1;
        }

        var missing = answers.Count(answer => !requests.TryGetValue(SongStream.NameOf(answer.Number), out var logged) || logged != (answer.Id, answer.Version));
        return new ServedLog(missing, doubled + answers.Count - answers.DistinctBy(answer => answer.Id).Count(), unexplained, answersOf, byCanary);
    }

    /// <summary>The champion answers, but for the requests that a canary takes; a canary without a score leaves its request to the champion.</summary>
    private static bool IsExplained(Messages.Retraining.ReleaseChanged release, PredictionBatch batch)
    {
        var taken = release is { CanaryShare: { } share, Shadow: { } canary } && CanaryRoute.Takes(batch.RequestId, batch.Features, canary.Version, share);
        if (batch.ByCanary) return taken && batch.ModelVersion == release.Shadow!.Version;
        return batch.ModelVersion == release.Champion.Version && (!taken || batch.ShadowScores.Any(double.IsNaN));
    }
}
