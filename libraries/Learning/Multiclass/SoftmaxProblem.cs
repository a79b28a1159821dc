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
    private readonly double[] _column = new double[labels.Length];
    private readonly double[] _products = new double[labels.Length * classes];
    private readonly double[] _probabilities = new double[labels.Length * classes];

    public int Rows => labels.Length;

    /// <summary>Weights: classes × columns, class by class.</summary>
    public int Size => classes * design.Columns;

    /// <summary>The objective and its gradient; the curvature is that of these weights until the next call.</summary>
    public double Evaluate(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        Multiply(weights, _probabilities);
        var loss = 0.0;
        for (var i = 0; i < labels.Length; i++)
        {
            var own = _probabilities.AsSpan(i * classes, classes);
            var score = own[labels[i]];
            loss += Softmax.Normalise(own) - score;
        }

        for (var k = 0; k < classes; k++)
        {
            for (var i = 0; i < labels.Length; i++)
                _column[i] = _probabilities[(i * classes) + k] - (labels[i] == k ? 1.0 : 0.0);
            design.MultiplyTransposed(_column, Of(gradient, k));
            loss += AddPenalty(weights.Slice(k * design.Columns, design.Columns), Of(gradient, k));
        }

        return loss;
    }

    /// <summary>result = Hessian × direction.</summary>
    public void MultiplyHessian(ReadOnlySpan<double> direction, Span<double> result)
    {
        Multiply(direction, _products);
        for (var i = 0; i < labels.Length; i++)
        {
            var own = _products.AsSpan(i * classes, classes);
            var p = _probabilities.AsSpan(i * classes, classes);
            var mean = FixedOrder.Dot(own, p);
            for (var k = 0; k < classes; k++)
                own[k] = p[k] * (own[k] - mean);
        }

        for (var k = 0; k < classes; k++)
        {
            for (var i = 0; i < labels.Length; i++)
                _column[i] = _products[(i * classes) + k];
            design.MultiplyTransposed(_column, Of(result, k));
            AddPenalty(direction.Slice(k * design.Columns, design.Columns), Of(result, k));
        }
    }

    /// <summary>The Hessian's diagonal.</summary>
    public void HessianDiagonal(Span<double> diagonal)
    {
        for (var k = 0; k < classes; k++)
        {
            for (var i = 0; i < labels.Length; i++)
                _column[i] = _probabilities[(i * classes) + k] is var p ? p * (1.0 - p) : 0.0;
            var own = Of(diagonal, k);
            design.GramDiagonal(_column, own);
            for (var j = 1; j < own.Length; j++)
                own[j] += l2 + (Follows(j) ? smoothness : 0.0) + (j + 1 < own.Length && Follows(j + 1) ? smoothness : 0.0);
        }
    }

    private void Multiply(ReadOnlySpan<double> weights, double[] result)
    {
        for (var k = 0; k < classes; k++)
        {
            design.Multiply(weights.Slice(k * design.Columns, design.Columns), _column);
            for (var i = 0; i < labels.Length; i++)
                result[(i * classes) + k] = _column[i];
        }
    }

    private double AddPenalty(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var penalty = 0.0;
        for (var j = 1; j < weights.Length; j++)
        {
            gradient[j] += l2 * weights[j];
            penalty += 0.5 * l2 * weights[j] * weights[j];
            if (!Follows(j))
                continue;
            var step = weights[j] - weights[j - 1];
            gradient[j] += smoothness * step;
            gradient[j - 1] -= smoothness * step;
            penalty += 0.5 * smoothness * step * step;
        }

        return penalty;
    }

    private bool Follows(int j) => follows is not null && follows[j];

    private Span<double> Of(Span<double> values, int k) => values.Slice(k * design.Columns, design.Columns);
}
