using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Makes the models of the standing challengers, and says which of them are made.</summary>
internal sealed class ChallengerTraining(TrainingOptions training, Recipes recipes, Laboratory laboratory)
{
    private const int ShareOfARun = 4;

    /// <summary>Who races until something was found or training anew is trusted: those made like the champion. Another recipe can be better in a world that
    /// stands still, and that is no reason for a release. In quiet times one of them is enough, to find out that times are not quiet any more.</summary>
    public IReadOnlyList<Habit> Alike(IReadOnlyList<Habit> habits, VersionRecord champion, bool isQuiet)
    {
        // A recipe that is no candidate is made anew at each call: the same one is told by its words.
        var recipe = recipes.ForChallengerOf(champion).ToString();
        var alike = habits.Where(habit => habit.Recipe.ToString() == recipe).ToList();
        return isQuiet ? [alike.MaxBy(habit => habit.Window)!] : alike;
    }

    /// <summary>The newest rows, learned the way of the habit.</summary>
    /// <param name="holdout">So many of the newest rows are kept out.</param>
    /// <returns>Null where there are too few rows, or nothing could be learned from them.</returns>
    public Trained? TryTrain(Habit habit, RowFeed log, RegistryState state, int holdout, bool isTrusted)
    {
        // More rows alone make a better model, also in a world that stands still: until training anew is trusted, the champion is met on even terms.
        var window = state.Champion is { SinceRow: null } even && !isTrusted ? Math.Min(habit.Window, Math.Max(training.RowsToRetrain, even.TrainedRows)) : habit.Window;
        if (IsTooMuch(habit.Recipe, window, log)) return null;
        var clean = CleanRows.Newest(log, state, window + holdout);
        if (clean.Count - holdout < training.RowsToRetrain) return null;

        var rows = CleanRows.ToDataSet(log, clean[..^holdout]);
        var seed = SplitMix64.Mix(training.Seed, (ulong)log.NextRow);
        try
        {
            return new Trained(laboratory.Train(habit.Recipe, rows, seed), habit.Recipe, seed, rows, CleanRows.ToDataSet(log, clean[^holdout..]));
        }
        catch (TrainingException)
        {
            // One class only, for instance: the next rows may be better.
            return null;
        }
    }

    /// <summary>They are routine: of many classes, what would cost a good part of a training run is left to training runs. The first candidate always may.</summary>
    private bool IsTooMuch(Recipe recipe, int rows, RowFeed log) => log.Schema is { Task.Classes: > 2 }
        && recipe.ToString() != recipes.For(training.Trainer)[0].ToString() && laboratory.WorkOf(recipe, rows, log) > training.ExperimentWork / ShareOfARun;
}
