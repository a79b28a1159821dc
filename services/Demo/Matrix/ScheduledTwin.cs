using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Matrix;

/// <summary>What a cron job would have done in a world: it trains every so many rows on the newest ones whose outcome has been reported, looks at nothing and asks nobody.</summary>
internal static class ScheduledTwin
{
    /// <summary>Rows between two trainings.</summary>
    public const int Every = 500;

    /// <summary>The newest rows with an outcome that it trains on.</summary>
    public const int Window = 2_000;

    private const string Trainer = "gradient-boosting";

    /// <returns>Rows from the onset on that it answered right, by their true label, and its trainings; the first model is one.</returns>
    public static (long Right, int Trainings) Play(SongWorld world, ScenarioManifest manifest, ulong seed)
    {
        var all = Read(world, manifest.Songs);
        var (model, trainings, right) = (Train(all.Slice(0, (int)manifest.WarmUp), seed), 1, 0L);
        for (var from = manifest.WarmUp; from < manifest.Songs; from += Every)
        {
            if (from > manifest.WarmUp && Known(world, all, manifest.WarmUp, from) is { } rows)
            {
                model = Train(rows, seed);
                trainings++;
            }

            for (var row = (int)Math.Max(from, manifest.Onset); row < Math.Min(from + Every, manifest.Songs); row++)
                right += Evaluator.Decide(model.Score(all.Row(row))) == all.Labels[row] ? 1 : 0;
        }

        return (right, trainings);
    }

    /// <summary>The newest rows whose outcome was reported by then, with what was reported; null where they are of one class, which no trainer takes.</summary>
    private static DataSet? Known(SongWorld world, DataSet all, long warmUp, long now)
    {
        var (rows, labels) = (new List<int>(Window), new List<byte>(Window));
        for (var row = (int)now - 1; row >= 0 && rows.Count < Window; row--)
        {
            if (row >= warmUp && !(world.Outcomes.RowsAfter(row, all.Labels[row]) is { } wait && row + wait < now)) continue;
            rows.Add(row);
            labels.Add(world.ReportedLabel(row, all.Labels[row]));
        }

        rows.Reverse();
        labels.Reverse();
        return labels.Distinct().Count() < 2 ? null
            : new DataSet(all.Schema, [.. rows.SelectMany(row => all.Row(row).ToArray())], [.. labels], [.. rows.Select(row => (long)row)]);
    }

    private static DataSet Read(SongWorld world, long songs)
    {
        var (values, labels) = (new double[songs * world.Schema.Count], new byte[songs]);
        world.Generate(0, values, labels);
        return new DataSet(world.Schema, values, labels, [.. Enumerable.Range(0, (int)songs).Select(row => (long)row)]);
    }

    private static IModel Train(DataSet rows, ulong seed) => TrainerCatalog.Get(Trainer).Train(rows, new Dictionary<string, double>(), seed);
}
