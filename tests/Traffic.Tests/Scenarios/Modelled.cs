using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Tests.Scenarios;

/// <summary>Reads worlds as data sets, and models them as the fleet does.</summary>
internal static class Modelled
{
    public static DataSet Read(IWorld world, long from, long to)
    {
        var count = (int)(to - from);
        var values = new double[count * world.Schema.Count];
        var labels = new byte[count];
        world.Generate(from, values, labels);
        return new DataSet(world.Schema, values, labels, [.. Enumerable.Range(0, count).Select(i => from + i)]);
    }

    /// <summary>Songs of one year without a scenario.</summary>
    public static DataSet Draw(double year, ulong seed, int count)
    {
        var values = new double[count * SongSchema.Instance.Count];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
            labels[i] = SongGenerator.Shipped.Draw(seed, i, 0, year, values.AsSpan(i * SongSchema.Instance.Count, SongSchema.Instance.Count));
        return new DataSet(SongSchema.Instance, values, labels, [.. Enumerable.Range(0, count).Select(i => (long)i)]);
    }

    public static IModel Train(DataSet data, string trainer = "binned-logistic") =>
        TrainerCatalog.Get(trainer).Train(data, new Dictionary<string, double>(), 1);

    public static double Accuracy(IModel model, DataSet data) => Evaluator.Evaluate(model, data).Accuracy;

    /// <summary>The population stability index over the reference's deciles.</summary>
    public static double Psi(DataSet reference, DataSet current, string feature)
    {
        var column = reference.Schema.IndexOf(feature);
        double[] sorted = [.. Enumerable.Range(0, reference.Count).Select(i => reference.Row(i)[column]).Order()];
        double[] edges = [.. Enumerable.Range(1, 9).Select(decile => sorted[reference.Count * decile / 10]).Distinct()];
        var (before, after) = (Shares(reference, column, edges), Shares(current, column, edges));
        return before.Zip(after, (b, a) => (a - b) * Math.Log(a / b)).Sum();
    }

    /// <summary>The rows with a label.</summary>
    public static DataSet Only(DataSet data, byte label)
    {
        var rows = Enumerable.Range(0, data.Count).Where(i => data.Labels[i] == label).ToList();
        return new DataSet(data.Schema, [.. rows.SelectMany(i => data.Row(i).ToArray())], [.. rows.Select(_ => label)], [.. rows.Select(i => data.RowNumbers[i])]);
    }

    /// <summary>Pearson's correlation of two columns.</summary>
    public static double Correlation(DataSet data, string one, string other)
    {
        var (x, y) = (Column(data, one), Column(data, other));
        var (meanX, meanY) = (x.Average(), y.Average());
        var together = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return together / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }

    private static double[] Column(DataSet data, string feature) => [.. Enumerable.Range(0, data.Count).Select(i => data.Row(i)[data.Schema.IndexOf(feature)])];

    private static double[] Shares(DataSet data, int column, double[] edges)
    {
        var shares = new double[edges.Length + 1];
        for (var i = 0; i < data.Count; i++)
            shares[edges.Count(edge => data.Row(i)[column] > edge)] += 1.0 / data.Count;
        return [.. shares.Select(share => Math.Max(share, 1e-4))];
    }
}
