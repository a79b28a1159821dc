using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Labs;

/// <summary>What a loop comes to that trains on the newest rows whatever they are.</summary>
internal static class NaiveRetraining
{
    private const int BrokenRows = 1_000;
    private const int SongsAfter = 2_000;

    /// <summary>Trains a model on broken rows of a world, as the fleet trains one, and lets it and the model of the warm-up answer songs of the mended world.</summary>
    /// <returns>Their shares of right answers.</returns>
    public static (double Naive, double Kept) Measure(LabWorld world)
    {
        var songs = SongWorld.Of(world.Scenario, world.Manifest with { Songs = long.MaxValue }, world.Seed);
        var after = Rows(songs, world.Manifest.MendRow!.Value, SongsAfter);
        return (Accuracy(Train(songs, world.Manifest.Onset, BrokenRows), after), Accuracy(Train(songs, 0, (int)LabWorld.WarmUp), after));
    }

    /// <summary>Rows of a world as a data set.</summary>
    public static DataSet Rows(IWorld world, long from, int count)
    {
        var (values, labels) = (new double[count * world.Schema.Count], new byte[count]);
        world.Generate(from, values, labels);
        return new DataSet(world.Schema, values, labels, [.. Enumerable.Range(0, count).Select(i => from + i)]);
    }

    private static IModel Train(SongWorld songs, long from, int count) => TrainerCatalog.Get("binned-logistic").Train(Rows(songs, from, count), new Dictionary<string, double>(), seed: 1);

    private static double Accuracy(IModel model, DataSet rows) => Evaluator.Evaluate(model, rows).Accuracy;
}
