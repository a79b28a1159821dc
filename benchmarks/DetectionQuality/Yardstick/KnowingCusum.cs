using MonitoringDemo.DetectionQuality.Quality;
using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality.Yardstick;

/// <summary>
/// The yardstick: the CUSUM that knows both distributions, its threshold set so that without a change it alarms
/// once in 1,000,000 values, both sides together.
/// </summary>
internal sealed class KnowingCusum
{
    /// <summary>Mean values to a false alarm.</summary>
    public const double RunLength = 1e6;

    private KnowingCusum(Scenario scenario, KnownChange change, double threshold) => (Scenario, Change, Threshold) = (scenario, change, threshold);

    public Scenario Scenario { get; }

    public KnownChange Change { get; }

    /// <summary>In nats.</summary>
    public double Threshold { get; }

    /// <summary>Values that the change takes to first order: |ln α| over the information of one value.</summary>
    public double FirstOrder => Math.Log(RunLength) / Change.Information;

    public static KnowingCusum? For(Scenario scenario) =>
        KnownChange.Of(scenario) is { } change ? new KnowingCusum(scenario, change, ThresholdFor(change)) : null;

    public Cell Play(int repetitions)
    {
        var outcomes = new StreamOutcome[repetitions];
        Parallel.For(0, repetitions, r =>
        {
            var values = new double[Scenario.Length];
            Scenario.Fill(r, values);
            Whitening.Apply(Scenario, values);
            outcomes[r] = Run(values, Scenario.Change!.Value);
        });
        return Cell.Of(outcomes, Scenario.Change!.Value);
    }

    /// <summary>Values to the first alarm on a stream without a change.</summary>
    public long RunLengthOf(ulong seed)
    {
        var random = new StreamGenerator(seed);
        var (up, down, count) = (0.0, 0.0, 0L);
        while (up < Threshold && down < Threshold)
        {
            Step(Change.ScoreCdf is null ? (random.Uniform() < Change.RateBefore ? 1 : 0) : random.Normal(), ref up, ref down);
            count++;
        }

        return count;
    }

    private StreamOutcome Run(double[] values, int change)
    {
        var (alarms, delay, up, down) = (0, -1, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            Step(values[i], ref up, ref down);
            if (up < Threshold && down < Threshold) continue;

            if (i < change) alarms++;
            else if (delay < 0) delay = i - change;
            (up, down) = (0, 0);
        }

        return new StreamOutcome(alarms, delay);
    }

    private void Step(double value, ref double up, ref double down)
    {
        up = Math.Max(0, up + Change.Score(value));
        if (Change.IsTwoSided) down = Math.Max(0, down + Change.Score(-value));
    }

    private static double ThresholdFor(KnownChange change) => change.ScoreCdf is { } cdf
        // Two equal sides, each alarming half as often.
        ? MarkovRunLength.Threshold(cdf, change.IsTwoSided ? 2 * RunLength : RunLength)
        : SampledRunLength.Threshold(change, RunLength);
}
