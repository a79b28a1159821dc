using System.Globalization;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Tries several training windows as experiments and picks one by the newest rows, which none of them saw.</summary>
internal sealed class Laboratory(IReadOnlyList<IModelTrainer> trainers, RetrainingOptions options)
{
    public IModelTrainer Trainer(string name) => trainers.FirstOrDefault(trainer => trainer.Name == name)
        ?? throw new TrainingException($"There is no trainer '{name}' (Retraining:Trainer); known are {string.Join(", ", trainers.Select(trainer => trainer.Name))}.");

    /// <summary>Trains on every window.</summary>
    /// <returns>The winner, null when no window could be trained on; every experiment; and why the winner won.</returns>
    public (Trained? Winner, IReadOnlyList<Experiment> Experiments, string Reason) Try(TrainingOrder order, LogFollower log, RegistryState state)
    {
        var clean = CleanRows.Between(log, state, 0, long.MaxValue);
        var holdoutRows = HoldoutOf(order, clean, state.Champion?.TrainedToRow ?? 0);
        var holdout = CleanRows.ToDataSet(log, holdoutRows);
        var before = clean.Take(clean.Count - holdoutRows.Count).ToList();

        Trained? winner = null;
        var (experiments, best, won) = (new List<Experiment>(), double.PositiveInfinity, -1);
        foreach (var window in TrainingWindow.Of(before, order.SinceRow))
        {
            var rows = CleanRows.ToDataSet(log, window.Rows);
            EvaluationResult? result = null;
            string? failure = null;
            try
            {
                var model = Trainer(order.Trainer).Train(rows, Trained.Parameters, order.Seed);
                result = holdout.Count == 0 ? null : Evaluator.Evaluate(model, holdout);
                if (winner is null || result?.LogLoss < best)
                {
                    best = result?.LogLoss ?? double.PositiveInfinity;
                    (winner, won) = (new Trained(model, order.Trainer, order.Seed, rows, holdout), experiments.Count);
                }
            }
            catch (TrainingException e)
            {
                failure = e.Message;
            }

            experiments.Add(new Experiment(
                string.Create(CultureInfo.InvariantCulture, $"e-{log.NextRow}-{experiments.Count + 1}"), order.UpdateId, log.NextRow, order.Trainer, Trained.Parameters, order.Seed,
                window.Name, window.Rows[0], window.Rows[^1] + 1, window.Rows.Count, holdout.Count, result?.Accuracy, result?.LogLoss, result?.Auc, Won: false, failure));
        }

        if (winner is null) return (null, experiments, experiments.FirstOrDefault()?.Failure ?? "There are no clean labelled rows to train on.");

        experiments[won] = experiments[won] with { Won = true };
        return (winner, experiments, FormattableString.Invariant(
            $"The window {experiments[won].Window} ({winner.Rows.Count} rows) had the lowest log loss of {experiments.Count} on the {holdout.Count} newest rows: {best:0.0000}."));
    }

    /// <summary>The newest rows: a share of those since the change, and never rows that the champion was trained on.</summary>
    private List<long> HoldoutOf(TrainingOrder order, List<long> clean, long championTrainedTo)
    {
        var since = order.SinceRow is { } onset ? clean.Count(row => row >= onset) : clean.Count;
        var wanted = Math.Clamp((int)(since * options.HoldoutShare), options.LeastHoldout, options.MostHoldout);
        return [.. clean.Skip(Math.Max(0, clean.Count - wanted)).SkipWhile(row => row < championTrainedTo)];
    }
}
