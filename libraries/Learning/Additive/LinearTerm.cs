using MonitoringDemo.Learning.Preparation;

namespace MonitoringDemo.Learning.Additive;

/// <summary>weight × standardised value.</summary>
internal sealed record LinearTerm(double Average, double MissingWeight, double Mean, double Deviation, double Weight)
    : AdditiveTerm(Average, MissingWeight)
{
    public override double Of(double value) =>
        double.IsNaN(value) ? MissingWeight : Weight * Standardisation.Apply(value, Mean, Standardisation.Inverse(Deviation));
}
