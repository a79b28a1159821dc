using MonitoringDemo.Learning.Preparation;

namespace MonitoringDemo.Learning.Additive;

/// <summary>A weight per category; any value that is no code of a known category counts as unseen.</summary>
/// <param name="Average">See <see cref="AdditiveTerm"/>.</param>
/// <param name="MissingWeight">See <see cref="AdditiveTerm"/>.</param>
/// <param name="Weights">One per category of the schema.</param>
/// <param name="UnseenWeight">That of the rare categories in training, 0 when there were none.</param>
internal sealed record CategoryTerm(double Average, double MissingWeight, double[] Weights, double UnseenWeight)
    : AdditiveTerm(Average, MissingWeight)
{
    public override double Of(double value)
    {
        var code = CategoryColumns.Code(value, Weights.Length);
        return code == CategoryColumns.None ? MissingWeight : code == Weights.Length ? UnseenWeight : Weights[code];
    }
}
