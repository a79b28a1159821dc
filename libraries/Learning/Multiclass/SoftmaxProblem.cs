using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Multiclass;

/// <summary>
/// What multinomial logistic regression minimises: Σ −log p(true class) + ½ l2 Σ w², plus ½ smoothness Σ (w − neighbour's w)² over
/// neighbouring bins, every class with weights of its own; the intercepts (column 0 of each class) are not penalised.
/// </summary>
/// <param name="design">The inputs.</param>
/// <param name="labels">The class of each row, below <paramref name="classes"/>.</param>
/// <param name="classes">How many classes; each has rows.</param>
/// <param name="l2">Above 0: 1 / C of scikit-learn.</param>
/// <param name="smoothness">0 or more.</param>
/// <param name="follows">Columns that are the right neighbour of the column before; null for none.</param>
internal sealed class SoftmaxProblem(ILogisticDesign design, int[] labels, int classes, double l2, double smoothness = 0.0, bool[]? follows = null)
{
    private readonly double[] _products = new double[labels.Length * classes];
    private readonly double[] _probabilities = new double[labels.Length * classes];

    public int Rows => labels.Length;

    /// <summary>Weights: columns × classes, column by column.</summary>
    public int Size => classes * design.Columns;

    /// <summary>The objective and its gradient; the curvature is that of these weights until the next call.</summary>
    public double Evaluate(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        _probabilities.AsSpan().Clear();
        gradient.Clear();
        var loss = 0.0;
        Span<double> residuals = new double[classes];
        for (var i = 0; i < labels.Length; i++)
        {
            var own = _probabilities.AsSpan(i * classes, classes);
            design.AddProduct(i, weights, own);
            var score = own[labels[i]];
            loss += Softmax.Normalise(own) - score;
            own.CopyTo(residuals);
            residuals[labels[i]] -= 1.0;
            design.AddTransposed(i, residuals, gradient, squared: false);
        }

        return loss + AddPenalty(weights, gradient);
    }

    /// <summary>result = Hessian × direction.</summary>
    public void MultiplyHessian(ReadOnlySpan<double> direction, Span<double> result)
    {
        _products.AsSpan().Clear();
        result.Clear();
        for (var i = 0; i < labels.Length; i++)
        {
            var own = _products.AsSpan(i * classes, classes);
            var p = _probabilities.AsSpan(i * classes, classes);
            design.AddProduct(i, direction, own);
            var mean = FixedOrder.Dot(own, p);
            for (var k = 0; k < own.Length; k++)
                own[k] = p[k] * (own[k] - mean);
            design.AddTransposed(i, own, result, squared: false);
        }

        AddPenalty(direction, result);
    }

    /// <summary>The Hessian's diagonal.</summary>
    public void HessianDiagonal(Span<double> diagonal)
    {
        diagonal.Clear();
        Span<double> curvatures = new double[classes];
        for (var i = 0; i < labels.Length; i++)
        {
            var p = _probabilities.AsSpan(i * classes, classes);
            for (var k = 0; k < p.Length; k++)
                curvatures[k] = p[k] * (1.0 - p[k]);
            design.AddTransposed(i, curvatures, diagonal, squared: true);
        }

        for (var at = classes; at < diagonal.Length; at++)
        {
            var j = at / classes;
            diagonal[at] += l2 + (Follows(j) ? smoothness : 0.0) + (j + 1 < design.Columns && Follows(j + 1) ? smoothness : 0.0);
        }
    }

    private double AddPenalty(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var penalty = 0.0;
        for (var at = classes; at < weights.Length; at++)
        {
            gradient[at] += l2 * weights[at];
            penalty += 0.5 * l2 * weights[at] * weights[at];
            if (!Follows(at / classes))
                continue;
            var step = weights[at] - weights[at - classes];
            gradient[at] += smoothness * step;
            gradient[at - classes] -= smoothness * step;
            penalty += 0.5 * smoothness * step * step;
        }

        return penalty;
    }

    private bool Follows(int j) => follows is not null && follows[j];
}
