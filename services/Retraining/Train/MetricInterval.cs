using MonitoringDemo.Learning.Evaluation;

namespace MonitoringDemo.Retraining.Train;

/// <summary>How far chance may have moved a metric; see <see cref="BlockBootstrap"/>.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Level">The share of such intervals that should cover the truth.</param>
/// <param name="BlockLength">Neighbouring rows that were drawn together.</param>
public sealed record MetricInterval(double Lower, double Upper, double Level, int BlockLength)
{
    internal static MetricInterval Of(ConfidenceInterval interval) => new(interval.Lower, interval.Upper, interval.Level, interval.BlockLength);
}
