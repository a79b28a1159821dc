using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Multiclass;

/// <summary>The log loss of one row of many classes, split among the features along the straight line from the base values to the log-odds.</summary>
/// <remarks>
/// Aumann-Shapley values, as in <see cref="Explanation.LossAttribution"/>: feature j carries ∫₀¹ Σₖ cⱼₖ (pₖ(t) − yₖ) dt. With more than two classes the
/// integral has no closed form that holds for every feature; sixteen Gauss points make it exact to many digits.
/// </remarks>
internal sealed class ClassLoss(SoftmaxModel model)
{
    private const int Points = 16;

    private static readonly (double[] Points, double[] Weights) Rule = GaussLegendre.Rule(Points);

    private readonly double[] _own = new double[model.Schema.Count];
    private readonly double[] _base = new double[model.Parts.Count];
    private readonly double[] _total = new double[model.Parts.Count];
    private readonly double[] _slopes = new double[model.Parts.Count];
    private readonly double[][] _contributions = [.. model.Parts.Select(_ => new double[model.Schema.Count])];

    /// <returns>The loss at the base values and at the row itself.</returns>
    /// <param name="row">Values in schema order.</param>
    /// <param name="label">What happened.</param>
    /// <param name="features">Receives what each feature adds.</param>
    public (double Before, double After) Split(ReadOnlySpan<double> row, byte label, Span<double> features)
    {
        for (var k = 0; k < _base.Length; k++)
        {
            _base[k] = model.Parts[k].Explain(row, _own);
            _own.CopyTo(_contributions[k], 0);
            _total[k] = 0.0;
            foreach (var contribution in _own)
                _total[k] += contribution;
        }

        Array.Clear(_slopes);
        var probabilities = new double[_base.Length];
        for (var at = 0; at < Points; at++)
        {
            At(Rule.Points[at], probabilities);
            for (var k = 0; k < _slopes.Length; k++)
                _slopes[k] += Rule.Weights[at] * (probabilities[k] - (k == label ? 1.0 : 0.0));
        }

        for (var j = 0; j < features.Length; j++)
        {
            features[j] = 0.0;
            for (var k = 0; k < _slopes.Length; k++)
                features[j] += _contributions[k][j] * _slopes[k];
        }

        return (At(0.0, probabilities) - _base[label], At(1.0, probabilities) - _base[label] - _total[label]);
    }

    // The logarithm of the sum; the probabilities at that point of the line beside it.
    private double At(double share, double[] probabilities)
    {
        for (var k = 0; k < probabilities.Length; k++)
            probabilities[k] = _base[k] + (share * _total[k]);
        return Softmax.Normalise(probabilities);
    }
}
