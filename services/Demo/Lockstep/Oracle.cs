using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>What a model that only knows the new world would have scored on the rows that the fleet served: the best that one of either family can do there.</summary>
internal static class Oracle
{
    private const int RowsAtATime = 1000;
    private static readonly string[] Trainers = ["binned-logistic", "gradient-boosting"];

    /// <returns>The oracle's and the fleet's accuracy on the same rows; nulls when the manifest does not ask.</returns>
    public static (double? Oracle, double? Fleet) Compare(SongWorld world, ScenarioManifest manifest, PlayedRun run, ulong seed)
    {
        if (manifest.Budget is not { OracleMargin: not null, OracleWithin: { } within })
            return (null, null);

        var from = manifest.Onset + within;
        var sample = world.Sample(within, manifest.Budget.OracleRows);
        var models = Trainers.Select(trainer => TrainerCatalog.Get(trainer).Train(sample, new Dictionary<string, double>(), seed));
        return (models.Max(model => Accuracy(model, world, from, manifest.Songs)), run.Rows.Between(from, manifest.Songs));
    }

    private static double Accuracy(Learning.IModel model, SongWorld world, long from, long to)
    {
        long right = 0;
        for (var row = from; row < to; row += RowsAtATime)
        {
            var labels = new byte[(int)Math.Min(RowsAtATime, to - row)];
            var features = new double[labels.Length * world.Schema.Count];
            world.Generate(row, features, labels);
            var scores = new double[labels.Length];
            model.Score(features, scores);
            for (var i = 0; i < labels.Length; i++)
                right += world.Schema.Task.IsRight(scores[i], labels[i]) ? 1 : 0;
        }

        return (double)right / (to - from);
    }
}
