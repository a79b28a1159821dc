using System.Globalization;
using Microsoft.Extensions.Options;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Tries recipes on several training windows as experiments, within a budget, and picks one by the newest rows, which none of them saw.</summary>
internal sealed class Laboratory(IReadOnlyList<IModelTrainer> trainers, Recipes recipes, RetrainingOptions options, IOptions<PumpOptions> pumping, TimeProvider time)
{
    private const int Resamples = 200;

    private bool IsLive => !pumping.Value.Lockstep;

    public IModelTrainer Trainer(string name) => trainers.FirstOrDefault(trainer => trainer.Name == name)
        ?? throw new TrainingException($"There is no trainer '{name}'; known are {string.Join(", ", trainers.Select(trainer => trainer.Name))}.");

    /// <summary>The recipe of a run that could try none.</summary>
    public Recipe First(string trainer) => recipes.For(trainer)[0];

    public Recipe ForChallengerOf(VersionRecord champion) => recipes.ForChallengerOf(champion);

    public IModel Train(Recipe recipe, DataSet rows, ulong seed) => Trainer(recipe.Trainer).Train(rows, recipe.Parameters, seed);

    /// <summary>Tries every recipe on every window, the window since the change first.</summary>
    /// <returns>The winner, null when nothing could be trained; every experiment; and why the winner won.</returns>
    public (Trained? Winner, IReadOnlyList<Experiment> Experiments, string Reason) Try(TrainingOrder order, LogFollower log, RegistryState state)
    {
        var clean = CleanRows.Between(log, state, 0, long.MaxValue);
        var holdout = HoldoutOf(order, clean, state.Champion?.TrainedToRow ?? 0);
        return Contest(order, isFirst: false, TrainingWindow.Of([.. clean.Take(clean.Count - holdout.Count)], order.SinceRow), holdout, log);
    }

    /// <summary>Tries every recipe of the first model on the older four fifths of history, and judges them by the last fifth.</summary>
    /// <inheritdoc cref="Try"/>
    public (Trained? Winner, IReadOnlyList<Experiment> Experiments, string Reason) TryFirst(TrainingOrder order, IReadOnlyList<long> history, LogFollower log)
    {
        var cut = history.Count * 4 / 5;
        return Contest(order, isFirst: true, TrainingWindow.Of("older-history", [.. history.Take(cut)]), [.. history.Skip(cut)], log);
    }

    private (Trained? Winner, IReadOnlyList<Experiment> Experiments, string Reason) Contest(
        TrainingOrder order, bool isFirst, IReadOnlyList<TrainingWindow> windows, List<long> newest, LogFollower log)
    {
        var holdout = CleanRows.ToDataSet(log, newest);
        var budget = new ExperimentBudget(options.ExperimentWork, IsLive ? TimeSpan.FromSeconds(options.ExperimentSeconds) : null, time);
        var attempts = windows
            .SelectMany(window => recipes.For(order.Trainer).Select(recipe => Make(recipe, window, order, budget, log, holdout)))
            .ToList();

        var best = attempts.Where(attempt => attempt.Model is not null).MinBy(attempt => attempt.Result?.LogLoss ?? 0.0);
        var bootstrap = new BootstrapOptions(Resamples, Seed: order.Seed);
        var (winner, kept) = isFirst ? SafeChoice.Of(attempts, best, holdout, bootstrap) : (best, null);
        var experiments = attempts.Select((attempt, i) => Describe(attempt, i, attempt == winner, order, log.NextRow, holdout, bootstrap)).ToList();
        if (winner is null) return (null, experiments, attempts.FirstOrDefault()?.Failure ?? "There are no clean labelled rows to train on.");

        var won = attempts.IndexOf(winner);
        var reason = kept is not null ? WinnerReason.Kept(winner, best!, kept, holdout.Count) : WinnerReason.Of(winner, experiments[won].LogLossInterval, attempts, holdout, bootstrap);
        experiments[won] = experiments[won] with { Reason = reason };
        return (new Trained(winner.Model!, winner.Recipe, order.Seed, winner.Rows!, holdout), experiments, reason);
    }

    private Attempt Make(Recipe recipe, TrainingWindow window, TrainingOrder order, ExperimentBudget budget, LogFollower log, DataSet holdout)
    {
        var attempt = new Attempt(recipe, window, Trainer(recipe.Trainer).Work(window.Rows.Count, recipe.Parameters));
        if (budget.WhyNot(attempt.Work) is { } why) return attempt with { LeftOut = why };

        budget.Spend(attempt.Work);
        var start = time.GetTimestamp();
        try
        {
            var rows = CleanRows.ToDataSet(log, window.Rows);
            var model = Train(recipe, rows, order.Seed);
            var scores = new double[holdout.Count];
            model.Score(holdout.Values, scores);
            return attempt with
            {
                Model = model,
                Rows = rows,
                Scores = scores,
                Result = holdout.Count == 0 ? null : Evaluator.Evaluate(scores, holdout.Labels),
                Seconds = IsLive ? time.GetElapsedTime(start).TotalSeconds : null,
            };
        }
        catch (TrainingException e)
        {
            return attempt with { Failure = e.Message };
        }
    }

    private static Experiment Describe(Attempt attempt, int index, bool won, TrainingOrder order, long row, DataSet holdout, BootstrapOptions bootstrap)
    {
        MetricInterval? Interval(Metric metric) =>
            attempt.Result is null ? null : MetricInterval.Of(BlockBootstrap.Interval(attempt.Scores, holdout.Labels, metric, bootstrap));

        var (window, result) = (attempt.Window, attempt.Result);
        return new Experiment(
            string.Create(CultureInfo.InvariantCulture, $"e-{row}-{index + 1}"), order.UpdateId, row, attempt.Recipe.Trainer, attempt.Recipe.Parameters, order.Seed,
            window.Name, window.Rows[0], window.Rows[^1] + 1, window.Rows.Count, holdout.Count, result?.Accuracy, result?.LogLoss, result?.Auc, won, attempt.Failure,
            result?.BalancedAccuracy, result?.AveragePrecision, result?.Brier, Interval(Metric.Accuracy), Interval(Metric.LogLoss), attempt.Work, attempt.Seconds, attempt.LeftOut);
    }

    /// <summary>The newest rows: a share of those since the change, and never rows that the champion was trained on.</summary>
    private List<long> HoldoutOf(TrainingOrder order, List<long> clean, long championTrainedTo)
    {
        var since = order.SinceRow is { } onset ? clean.Count(row => row >= onset) : clean.Count;
        var wanted = Math.Clamp((int)(since * options.HoldoutShare), options.LeastHoldout, options.MostHoldout);
        return [.. clean.Skip(Math.Max(0, clean.Count - wanted)).SkipWhile(row => row < championTrainedTo)];
    }
}
