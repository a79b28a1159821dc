namespace MonitoringDemo.Learning.Evaluation;

/// <summary>A metric, or the difference of two models in it, and how far chance may have moved it.</summary>
/// <param name="Estimate">On the rows as they are.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Level">The share of such intervals that should cover the truth.</param>
/// <param name="StandardError">The standard deviation over the series drawn.</param>
/// <param name="BlockLength">Rows that were drawn together.</param>
/// <param name="Resamples">Series drawn.</param>
public sealed record ConfidenceInterval(double Estimate, double Lower, double Upper, double Level, double StandardError, int BlockLength, int Resamples);
