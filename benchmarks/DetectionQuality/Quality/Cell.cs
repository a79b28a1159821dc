namespace MonitoringDemo.DetectionQuality.Quality;

/// <summary>What a detector did on all streams of a scenario, by the conventions of the reference's files.</summary>
/// <param name="FalseAlarms">Per 10,000 values without a change.</param>
/// <param name="Alarms">How many that were.</param>
/// <param name="StableValues">On how many values without a change.</param>
/// <param name="StreamsWithAlarm">Percent of streams with an alarm that is false.</param>
/// <param name="MeanDelay">Of the changes found; NaN for none.</param>
/// <param name="MedianDelay">As above.</param>
/// <param name="Missed">Percent of changes.</param>
internal sealed record Cell(
    double FalseAlarms, long Alarms, long StableValues, double StreamsWithAlarm, double MeanDelay, double MedianDelay, double Missed)
{
    public static Cell Of(IReadOnlyCollection<StreamOutcome> outcomes, int stableValuesPerStream)
    {
        var alarms = outcomes.Sum(outcome => (long)outcome.FalseAlarms);
        var values = (long)stableValuesPerStream * outcomes.Count;
        var delays = outcomes.Where(outcome => outcome.Delay >= 0).Select(outcome => (double)outcome.Delay).Order().ToList();
        return new Cell(
            alarms * 10_000.0 / values,
            alarms,
            values,
            100.0 * outcomes.Count(outcome => outcome.FalseAlarms > 0) / outcomes.Count,
            delays.Count == 0 ? double.NaN : delays.Average(),
            delays.Count == 0 ? double.NaN : (delays[(delays.Count - 1) / 2] + delays[delays.Count / 2]) / 2,
            100.0 * (outcomes.Count - delays.Count) / outcomes.Count);
    }
}
