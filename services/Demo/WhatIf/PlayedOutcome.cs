using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>What a play of a recording came to.</summary>
/// <param name="Rows">Every row that was answered, by its number.</param>
/// <param name="Decisions">In the order in which they were made.</param>
/// <param name="Alarms">In the order in which they were raised.</param>
/// <param name="Changes">From which row on another version served.</param>
/// <param name="Trainings">Training runs, the first model's among them.</param>
internal sealed record PlayedOutcome(
    IReadOnlyDictionary<long, PlayedAnswer> Rows,
    IReadOnlyList<DecisionMade> Decisions,
    IReadOnlyList<AlertRaised> Alarms,
    IReadOnlyList<(long Row, int Version)> Changes,
    long Trainings)
{
    public static PlayedOutcome Of(IInferenceLog log, RunMessages messages, TrainingCount trainings)
    {
        var (rows, changes) = Read(log);
        var first = rows.Count == 0 ? 0 : rows.Keys.Min();
        return new PlayedOutcome(
            rows, [.. messages.Decisions.OrderBy(decision => decision.Row)], [.. messages.Alerts.OrderBy(alarm => alarm.Row).ThenBy(alarm => alarm.AlertId, StringComparer.Ordinal)], changes, trainings.Runs(first));
    }

    /// <summary>What a log says was answered, and who served.</summary>
    public static (IReadOnlyDictionary<long, PlayedAnswer> Rows, IReadOnlyList<(long Row, int Version)> Changes) Read(IInferenceLog log)
    {
        var (rows, changes) = (new Dictionary<long, PlayedAnswer>(), new List<(long, int)>());
        using var reader = log.OpenReader(0, TruncatedReads.Skip);
        while (reader.TryRead(out var record))
        {
            switch (record)
            {
                case PredictionBatch batch:
                    for (var i = 0; i < batch.Count; i++) rows[batch.FirstRow + i] = new PlayedAnswer(batch.Scores[i], batch.ModelVersion, null);
                    break;
                case OutcomeBatch outcomes:
                    for (var i = 0; i < outcomes.Count; i++)
                    {
                        if (rows.TryGetValue(outcomes.Rows[i], out var answer)) rows[outcomes.Rows[i]] = answer with { IsRight = Evaluator.Decide(answer.Score) == outcomes.Labels[i] };
                    }

                    break;
                case ModelChange change when changes.Count == 0 || changes[^1].Item2 != change.ChampionVersion:
                    changes.Add((change.Row, change.ChampionVersion));
                    break;
            }
        }

        return (rows, changes);
    }
}
