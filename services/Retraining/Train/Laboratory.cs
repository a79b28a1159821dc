using Microsoft.Extensions.Options;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Tries recipes on several training windows as experiments, within a budget, and picks one by the newest rows, which none of them saw.</summary>
internal sealed class Laboratory(IReadOnlyList<IModelTrainer> trainers, Recipes recipes, TrainingOptions options, JudgingOptions judging, IOptions<PumpOptions> pumping, TimeProvider time)
{
    private const int Resamples = 200;

    private bool IsLive => !pumping.Value.Lockstep;

    public IModelTrainer Trainer(string name) => trainers.FirstOrDefault(trainer => trainer.Name == name)
        ?? throw new TrainingException($"There is no trainer '{name}'; known are {string.Join(", ", trainers.Select(trainer => trainer.Name))}.");

    /// <summary>The recipe of a run that could try none.</summary>
    public Recipe First(string trainer) => recipes.For(trainer)[0];

    public Recipe ForChallengerOf(VersionRecord champion) => recipes.ForChallengerOf(champion);

    public IModel Train(Recipe recipe, DataSet rows, ulong seed) => Trainer(recipe.Trainer).Train(rows, recipe.Parameters, seed);

    /// <summary>Trains the same recipe on the same rows with another seed, or on as many of them drawn with replacement.</summary>
    public Func<ulong, bool, IModel> Again(Trained trained) => (seed, redraws) => Train(trained.Recipe, redraws ? Redrawn(trained.Rows, new SplitMix64(seed)) : trained.Rows, seed);

    private static DataSet Redrawn(DataSet rows, SplitMix64 random)
    {
        int[] drawn = [.. Enumerable.Range(0, rows.Count).Select(_ => random.NextInt(rows.Count))];
        var values = new double[rows.Count * rows.Schema.Count];
        for (var i = 0; i < drawn.Length; i++) rows.Row(drawn[i]).CopyTo(values.AsSpan(i * rows.Schema.Count));
        return new DataSet(rows.Schema, values, [.. drawn.Select(row => rows.Labels[row])], [.. drawn.Select(row => rows.RowNumbers[row])]);
    }

    /// <summary>Tries every recipe on every window, the window since the change first.</summary>
    /// <returns>The winner, null when nothing could be trained; every experiment; why the winner won; and without one the gate that it would not have passed, where that is known.</returns>
    public (Trained? Winner, IReadOnlyList<Experiment> Experiments, string Reason, string? FailedAt) Try(TrainingOrder order, RowFeed log, RegistryState state)
    {
        var clean = CleanRows.Between(log, state, 0, long.MaxValue);
        var holdout = HoldoutOf(order, clean, state.Champion?.TrainedToRow ?? 0);
        IReadOnlyList<long> older = [.. clean.Take(clean.Count - holdout.Count)];
        return Contest(order, isFirst: false, Stakes.IsCollapse(order.Drop) && order.SinceRow is { } since ? TrainingWindow.Since(older, since) : TrainingWindow.Of(older, order.SinceRow), holdout, log);
    }

    /// <summary>Tries every recipe of the first model on the older four fifths of history, and judges them by the last fifth.</summary>
    /// <inheritdoc cref="Try"/>
    public (Trained? Winner, IReadOnlyList<Experiment> Experiments, string Reason, string? FailedAt) TryFirst(TrainingOrder order, IReadOnlyList<long> history, RowFeed log)
    {
        var cut = history.Count * 4 / 5;
        return Contest(order, isFirst: true, TrainingWindow.Of("older-history", [.. history.Take(cut)]), [.. history.Skip(cut)], log);
    }

    /// <summary>The standing challenger as an experiment: its holdout are the rows that it raced on.</summary>
    public Experiment Raced(TrainingOrder order, Trained challenger, RowFeed log)
    {
        var (rows, holdout) = (challenger.Rows, challenger.Holdout);
        var answers = RowAnswers.Of(challenger.Model, holdout);
        var attempt = new Attempt(challenger.Recipe, recipes.NameOf(challenger.Recipe), new TrainingWindow(FormattableString.Invariant($"last-{rows.Count}"), [.. rows.RowNumbers]), WorkOf(challenger.Recipe, rows.Count, log))
        {
            Model = challenger.Model,
            Answers = answers,
            Result = Evaluator.Evaluate(answers),
        };
        // A run whose candidate the gates refused may have ended at the same row, with an experiment of that row and the number 1.
        return Experiment.Of(attempt, 0, won: true, order, log.NextRow, holdout, new BootstrapOptions(Resamples, Seed: order.Seed)) with
        {
            Id = FormattableString.Invariant($"e-{log.NextRow}-challenger"),
        };
    }

    private (Trained? Winner, IReadOnlyList<Experiment> Experiments, string Reason, string? FailedAt) Contest(
        TrainingOrder order, bool isFirst, IReadOnlyList<TrainingWindow> windows, List<long> newest, RowFeed log)
    {
        var holdout = CleanRows.ToDataSet(log, newest);
        var budget = new ExperimentBudget(options.ExperimentWork, IsLive ? TimeSpan.FromSeconds(options.ExperimentSeconds) : null, time);
        var attempts = windows
            .SelectMany(window => recipes.For(order.Trainer).Select(recipe => Make(recipe, window, order, budget, log, holdout)))
            .ToList();

        var bootstrap = new BootstrapOptions(Resamples, Seed: order.Seed);
        var (winner, lead) = isFirst ? SafeChoice.OfRecipes(attempts, holdout, bootstrap) : SafeChoice.OfWindows(attempts, holdout, bootstrap);
        var experiments = attempts.Select((attempt, i) => Experiment.Of(attempt, i, attempt == winner, order, log.NextRow, holdout, bootstrap)).ToList();
        if (winner is null) return (null, experiments, attempts.FirstOrDefault()?.Failure ?? "There are no clean labelled rows to train on.", attempts.FirstOrDefault()?.FailedAt);

        var won = attempts.IndexOf(winner);
        var reason = lead is null
            ? WinnerReason.Of(winner, experiments[won].LogLossInterval, attempts, holdout, bootstrap)
            : isFirst ? WinnerReason.Kept(winner, attempts, lead, holdout.Count) : WinnerReason.MoreRows(winner, attempts, lead, holdout.Count);
        experiments[won] = experiments[won] with { Reason = reason };
        return (new Trained(winner.Model!, winner.Recipe, order.Seed, winner.Rows!, holdout), experiments, reason, null);
    }

    /// <summary>Of more than two classes each is learned by itself.</summary>
    public long WorkOf(Recipe recipe, int rows, RowFeed log) =>
        Trainer(recipe.Trainer).Work(rows, recipe.Parameters) * (log.Schema is { Task.Classes: > 2 } schema ? schema.Task.Classes : 1);

    private Attempt Make(Recipe recipe, TrainingWindow window, TrainingOrder order, ExperimentBudget budget, RowFeed log, DataSet holdout)
    {
        var attempt = new Attempt(recipe, recipes.NameOf(recipe), window, WorkOf(recipe, window.Rows.Count, log));
        if (budget.WhyNot(attempt.Work) is { } why) return attempt with { LeftOut = why };

        budget.Spend(attempt.Work);
        var start = time.GetTimestamp();
        try
        {
            var rows = CleanRows.ToDataSet(log, window.Rows);
            var model = Train(recipe, rows, order.Seed);
            // Before all rows are scored: a slow one would take the run's time for that.
            if (IsLive && ScoringTime.MedianMilliseconds(model, rows, time) is var took && took > judging.MostScoreMilliseconds)
                return attempt with { Failure = FormattableString.Invariant($"It takes {took:0.00} ms for a row, and at most {judging.MostScoreMilliseconds:0.###} are allowed."), FailedAt = "latency" };
            // The rows that it learned from as well: they are more, and what is rare may be among them alone.
            if (Evaluator.Score(model, holdout).Concat(Evaluator.Score(model, rows)).Any(score => !double.IsFinite(score))) return attempt with { Failure = "It gives scores that are no numbers.", FailedAt = "finite" };
            var answers = holdout.Count == 0 ? null : RowAnswers.Of(model, holdout);
            return attempt with
            {
                Model = model,
                Rows = rows,
                Answers = answers,
                Result = answers is null ? null : Evaluator.Evaluate(answers),
                Seconds = IsLive ? time.GetElapsedTime(start).TotalSeconds : null,
            };
        }
        catch (TrainingException e)
        {
            return attempt with { Failure = e.Message };
        }
    }

    /// <summary>The newest rows: a share of those since the change, and never rows that the champion was trained on.</summary>
    private List<long> HoldoutOf(TrainingOrder order, List<long> clean, long championTrainedTo)
    {
        var since = order.SinceRow is { } onset ? clean.Count(row => row >= onset) : clean.Count;
        var wanted = Math.Clamp((int)(since * judging.HoldoutShare), EnoughRowsGate.HoldoutFor(judging, order.Drop), judging.MostHoldout);
        return [.. clean.Skip(Math.Max(0, clean.Count - wanted)).SkipWhile(row => row < championTrainedTo)];
    }
}
