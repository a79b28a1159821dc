using MonitoringDemo.Learning.Multiclass;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>Histogram gradient boosting of decision trees for two classes, or with a tree a class in each round for more.</summary>
/// <remarks>
/// <para>
/// Values in at most 255 bins; missing values and categories are split natively; trees grow leaf by leaf; each tree fits the
/// gradient of the log loss, and its leaves take a shrunk Newton step. Gradients are summed as whole numbers, so threads,
/// which share the features, cannot change a bit. J. H. Friedman, "Greedy function approximation: a gradient boosting
/// machine", Annals of Statistics 29 (2001); see also <see cref="TreeGrower"/>.
/// </para>
/// <para>
/// Early stopping (<c>validation-share</c> above 0) watches the log loss on the newest rows, never on a random part of a
/// time series, and then trains again on all rows with the number of trees that was best.
/// </para>
/// Parameters: <c>trees</c> (100), <c>rate</c> (0.1), <c>leaves</c> (31; at most 64), <c>depth</c> (0: no limit),
/// <c>min-rows</c> (20) in a leaf, <c>l2</c> (0), <c>bins</c> (255), <c>row-share</c> and <c>column-share</c> (1) drawn per
/// tree from the seed, <c>validation-share</c> (0), <c>patience</c> (10) trees without improvement.
/// </remarks>
public sealed class GradientBoostingTrainer : IModelTrainer
{
    internal const string Algorithm = "gradient-boosting";

    /// <inheritdoc/>
    public string Name => Algorithm;

    /// <inheritdoc/>
    public long Work(int rows, IReadOnlyDictionary<string, double> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var trees = (long)Math.Clamp(parameters.GetValueOrDefault("trees", BoostingSettings.DefaultTrees), 1.0, BoostingSettings.MostTrees);

        // Early stopping trains twice.
        return rows * trees * (parameters.GetValueOrDefault("validation-share") > 0.0 ? 2 : 1);
    }

    /// <inheritdoc/>
    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var settings = BoostingSettings.Read(Name, parameters);
        if (data is { Schema.Task.Classes: > 2 })
            return TrainClasses(data, settings, seed);
        TrainingRows.Check(data);

        var watched = (int)Math.Floor(data.Count * settings.ValidationShare);
        if (watched > 0 && data.Count - watched > 0)
        {
            var early = new BoostingRun(data.Slice(0, data.Count - watched), settings, seed);
            settings = settings with { Trees = early.BestTrees(data.Slice(data.Count - watched, data.Count)) };
        }

        var boosting = new BoostingRun(data, settings, seed);
        for (var i = 0; i < settings.Trees; i++)
            boosting.AddTree();
        return boosting.Model();
    }

    private static SoftmaxModel TrainClasses(DataSet data, BoostingSettings settings, ulong seed)
    {
        var rows = TrainingRows.CountClasses(data);
        var watched = (int)Math.Floor(data.Count * settings.ValidationShare);
        if (watched > 0 && data.Count - watched > 0)
        {
            var older = data.Slice(0, data.Count - watched);
            var early = new ClassBoostingRun(older, TrainingRows.CountClasses(older), settings, seed);
            settings = settings with { Trees = early.BestRounds(data.Slice(data.Count - watched, data.Count)) };
        }

        var boosting = new ClassBoostingRun(data, rows, settings, seed);
        for (var i = 0; i < settings.Trees; i++)
            boosting.AddRound();
        return boosting.Model();
    }
}
