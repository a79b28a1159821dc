using MonitoringDemo.Drift.Monitoring;

namespace MonitoringDemo.DetectionQuality.Budget;

/// <summary>One monitor over one stationary world.</summary>
internal static class StationaryRun
{
    private const int History = 5_000;
    private const int HeldOut = 1_000;
    private const int Batch = 500;

    /// <summary>Whatever it finds is false.</summary>
    /// <param name="seed">Of the world.</param>
    /// <param name="rows">Rows served, each with its outcome, after 5,000 of history.</param>
    /// <param name="unseenEvery">Every so many rows one holds a category that was never seen; 0 for none.</param>
    /// <param name="rarity">What every score, and so the share of ones, is multiplied with.</param>
    public static IReadOnlyList<DriftFinding> Play(ulong seed, int rows, int unseenEvery = 0, double rarity = 1)
    {
        var world = new StationaryWorld(seed);
        var width = StationaryWorld.Schema.Count;
        var monitor = new ModelMonitor(StationaryWorld.Schema);
        var (history, known, errors) = (new double[History * width], new byte[History], 0);
        for (var i = 0; i < History; i++)
        {
            var score = rarity * world.Next(history.AsSpan(i * width, width));
            known[i] = world.LabelFor(score);
            // As the fleet does: the first model is checked on the last fifth.
            if (i >= History - HeldOut && score >= 0.5 != (known[i] == 1)) errors++;
        }

        monitor.AddHistory(0, history, labels: known);
        monitor.ChangeModel(History, 1, 0, History, heldOut: new HeldOutErrors(HeldOut, errors));

        var findings = new List<DriftFinding>();
        var (features, scores, numbers, labels) = (new double[Batch * width], new double[Batch], new long[Batch], new byte[Batch]);
        for (var done = 0; done < rows; done += Batch)
        {
            var count = Math.Min(Batch, rows - done);
            for (var i = 0; i < count; i++)
            {
                var row = features.AsSpan(i * width, width);
                scores[i] = rarity * world.Next(row);
                (numbers[i], labels[i]) = (History + done + i, world.LabelFor(scores[i]));
                if (unseenEvery > 0 && (done + i) % unseenEvery == unseenEvery / 2)
                    row[StationaryWorld.Category] = StationaryWorld.Schema.Features[StationaryWorld.Category].Categories.Count;
            }

            monitor.AddPredictions(History + done, features.AsSpan(0, count * width), scores.AsSpan(0, count), scores.AsSpan(0, count), 1);
            monitor.AddOutcomes(numbers.AsSpan(0, count), labels.AsSpan(0, count));
            findings.AddRange(monitor.Check().Findings);
        }

        return findings;
    }
}
