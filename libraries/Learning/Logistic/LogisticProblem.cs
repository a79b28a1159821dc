using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Logistic;

/// <summary>
/// What is minimised: Σ log loss + ½ l2 Σ w², plus ½ smoothness Σ (w − neighbour's w)² over neighbouring bins. The intercept
/// (column 0) is not penalised.
/// </summary>
/// <param name="design">The inputs.</param>
/// <param name="labels">0 or 1 per row.</param>
/// <param name="l2">Above 0: 1 / C of scikit-learn.</param>
/// <param name="smoothness">0 or more.</param>
/// <param name="follows">Columns that are the right neighbour of the column before; null for none.</param>
internal sealed class LogisticProblem(ILogisticDesign design, byte[] labels, double l2, double smoothness = 0.0, bool[]? follows = null)
{
    private readonly double[] _logOdds = new double[labels.Length];
    private readonly double[] _residuals = new double[labels.Length];

    public ILogisticDesign Design => design;

    public int Columns => design.Columns;

    /// <summary>The objective, its gradient, and p (1 − p) for each row: one pass over the rows.</summary>
    public double Evaluate(ReadOnlySpan<double> weights, Span<double> gradient, Span<double> curvatures)
    {
        design.Multiply(weights, _logOdds);
        var loss = 0.0;
        for (var i = 0; i < labels.Length; i++)
        {
            var x = _logOdds[i];
            var e = Deterministic.Exp(-Math.Abs(x));
            var p = (x >= 0.0 ? 1.0 : e) / (1.0 + e);
            loss += Math.Max(x, 0.0) - (labels[i] * x) + Deterministic.Log(1.0 + e);
            _residuals[i] = p - labels[i];
            curvatures[i] = e / ((1.0 + e) * (1.0 + e));
        }

        design.MultiplyTransposed(_residuals, gradient);
        return loss + AddPenalty(weights, gradient);
    }

    /// <summary>result = (Xᵀ diag(curvatures) X + penalty) direction.</summary>
    public void MultiplyHessian(ReadOnlySpan<double> direction, ReadOnlySpan<double> curvatures, Span<double> result)
    {
        design.Multiply(direction, _logOdds);
        for (var i = 0; i < labels.Length; i++)
            _logOdds[i] *= curvatures[i];
        design.MultiplyTransposed(_logOdds, result);
        AddPenalty(direction, result);
    }

    /// <summary>The Hessian's lower triangle.</summary>
    public void Hessian(ReadOnlySpan<double> curvatures, Span<double> hessian)
    {
        hessian.Clear();
        design.AddGram(curvatures, hessian);
        for (var j = 1; j < Columns; j++)
        {
            hessian[(j * Columns) + j] += PenaltyDiagonal(j);
            if (Follows(j))
                hessian[(j * Columns) + j - 1] -= smoothness;
        }
    }

    public void HessianDiagonal(ReadOnlySpan<double> curvatures, Span<double> diagonal)
    {
        design.GramDiagonal(curvatures, diagonal);
        for (var j = 1; j < Columns; j++)
            diagonal[j] += PenaltyDiagonal(j);
    }

    private double AddPenalty(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var penalty = 0.0;
        for (var j = 1; j < Columns; j++)
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

    private double PenaltyDiagonal(int j) => l2 + (Follows(j) ? smoothness : 0.0) + (j + 1 < Columns && Follows(j + 1) ? smoothness : 0.0);

    private bool Follows(int j) => follows is not null && follows[j];
}
