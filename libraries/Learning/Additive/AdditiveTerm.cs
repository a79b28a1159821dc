namespace MonitoringDemo.Learning.Additive;

/// <summary>What one feature adds to the log-odds.</summary>
/// <param name="Average">Its mean over the training rows: contributions are told against it.</param>
/// <param name="MissingWeight">What a missing value adds.</param>
internal abstract record AdditiveTerm(double Average, double MissingWeight)
{
    /// <summary>What the value adds; the plain definition, which <see cref="AdditiveScorer"/> computes faster to the same bits.</summary>
    public abstract double Of(double value);
}
