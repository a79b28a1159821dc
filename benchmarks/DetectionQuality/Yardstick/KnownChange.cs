using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality.Yardstick;

/// <summary>A change as one sees it who knows what the stream is drawn from before and after it.</summary>
/// <param name="IsTwoSided">Whether the mirrored change is looked for as well.</param>
/// <param name="Information">Kullback–Leibler divergence of after from before, in nats per value.</param>
/// <param name="Score">The log likelihood ratio of one value (standardised, and freed of waves and of what the value before it explains).</param>
/// <param name="ScoreCdf">Distribution of the score before the change; null for errors, whose score has two values.</param>
/// <param name="RateBefore">Of errors.</param>
/// <param name="RateAfter">Of errors.</param>
internal sealed record KnownChange(
    bool IsTwoSided, double Information, Func<double, double> Score, Func<double, double>? ScoreCdf, double RateBefore = 0, double RateAfter = 0)
{
    /// <summary>The change of a scenario; null where there is none.</summary>
    public static KnownChange? Of(Scenario scenario)
    {
        if (scenario.Change is null) return null;

        var before = scenario.Segments[0].From;
        var last = scenario.Segments[^1];
        var after = last.To ?? last.From;
        return before.Shape switch
        {
            Shape.Bernoulli => Rate(before.P, after.P),
            Shape.Ar1 => Shift(last.Step * (1 - before.Phi) / Math.Sqrt(1 - before.Phi * before.Phi)),
            Shape.Triangle12 => Shift(last.Step / before.Sd),
            _ when after.Sd != before.Sd => Spread(after.Sd / before.Sd),
            _ => Shift((after.Mean - before.Mean) / before.Sd),
        };
    }

    // The likelihoods of normal values, which sums of twelve uniforms are nearly.
    private static KnownChange Shift(double d) =>
        new(true, d * d / 2, x => d * x - d * d / 2, y => IrwinHall.Cdf((y + d * d / 2) / d));

    private static KnownChange Spread(double sd)
    {
        var (log, factor) = (Math.Log(sd), (1 - 1 / (sd * sd)) / 2);
        return new(false, (sd * sd - 1) / 2 - log, x => factor * x * x - log, y => y <= -log ? 0 : 1 - 2 * IrwinHall.Cdf(-Math.Sqrt((y + log) / factor)));
    }

    private static KnownChange Rate(double p, double q)
    {
        var (error, right) = (Math.Log(q / p), Math.Log((1 - q) / (1 - p)));
        return new(false, q * error + (1 - q) * right, x => x > 0.5 ? error : right, null, p, q);
    }
}
