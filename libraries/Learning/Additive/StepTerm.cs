namespace MonitoringDemo.Learning.Additive;

/// <summary>A weight per bin; a value belongs right of every edge that it reaches, so infinities fall into the outermost bins.</summary>
/// <param name="Average">See <see cref="AdditiveTerm"/>.</param>
/// <param name="MissingWeight">See <see cref="AdditiveTerm"/>.</param>
/// <param name="Edges">Ascending.</param>
/// <param name="Weights">One more than edges.</param>
internal sealed record StepTerm(double Average, double MissingWeight, double[] Edges, double[] Weights)
    : AdditiveTerm(Average, MissingWeight)
{
    public override double Of(double value)
    {
        if (double.IsNaN(value))
            return MissingWeight;
        var bin = 0;
        while (bin < Edges.Length && value >= Edges[bin])
            bin++;
        return Weights[bin];
    }
}
