using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality.Quality;

/// <summary>Runs detectors over the streams of a scenario.</summary>
internal static class QualityRun
{
    private const int Block = 10;

    /// <summary>One cell per entrant, in their order. Streams are shared out over the processors; the results are those of one.</summary>
    public static IReadOnlyList<Cell> Play(Scenario scenario, IReadOnlyList<Entrant> entrants, int repetitions)
    {
        var outcomes = entrants.Select(_ => new StreamOutcome[repetitions]).ToArray();
        Parallel.For(0, (repetitions + Block - 1) / Block, block =>
        {
            var values = new double[scenario.Length];
            var detectors = entrants.Select(entrant => entrant.Make(scenario)).ToArray();
            for (var r = block * Block; r < Math.Min(repetitions, (block + 1) * Block); r++)
            {
                scenario.Fill(r, values);
                for (var e = 0; e < detectors.Length; e++)
                    outcomes[e][r] = StreamOutcome.Of(detectors[e], values, entrants[e].Entry.CountsRightAnswers, scenario.Change ?? scenario.Length);
            }
        });
        return [.. outcomes.Select(each => Cell.Of(each, scenario.Change ?? scenario.Length))];
    }
}
