using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Evaluation;

namespace MonitoringDemo.LiveStory.Measuring;

/// <summary>What the inference log says of every song: how right the fleet and its static twin were, and which model served from when on.</summary>
/// <param name="Answers">Songs with a known outcome, in their order.</param>
/// <param name="Changes">Every change of the champion, in the order of rows.</param>
internal sealed record SongLedger(IReadOnlyList<SongAnswer> Answers, IReadOnlyList<ModelChange> Changes)
{
    public static SongLedger Read(string logDirectory)
    {
        var served = new Dictionary<long, (bool Fleet, bool Twin)>();
        var answers = new List<SongAnswer>();
        var changes = new List<ModelChange>();
        using var reader = InferenceLogReader.Open(logDirectory);
        while (reader.TryRead(out var record))
        {
            switch (record)
            {
                case PredictionBatch batch:
                    for (var i = 0; i < batch.Count; i++)
                        served.Add(batch.FirstRow + i, (Evaluator.Decide(batch.Scores[i]) == 1, Evaluator.Decide(batch.StaticScores[i]) == 1));
                    break;
                case OutcomeBatch outcomes:
                    for (var i = 0; i < outcomes.Count; i++)
                    {
                        var (fleet, twin) = served[outcomes.Rows[i]];
                        answers.Add(new SongAnswer(outcomes.Rows[i], fleet == (outcomes.Labels[i] == 1), twin == (outcomes.Labels[i] == 1)));
                    }

                    break;
                case ModelChange change when changes.Count == 0 || changes[^1].ChampionVersion != change.ChampionVersion:
                    changes.Add(change);
                    break;
            }
        }

        return new SongLedger([.. answers.OrderBy(answer => answer.Row)], changes);
    }

    /// <summary>The share of the songs [from, to) that the fleet had right; NaN when none has an outcome.</summary>
    public double FleetAccuracy(long from, long to) => Answers
        .Where(answer => answer.Row >= from && answer.Row < to)
        .Select(answer => answer.FleetRight ? 1.0 : 0.0)
        .DefaultIfEmpty(double.NaN)
        .Average();
}
