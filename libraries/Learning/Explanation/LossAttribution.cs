using MonitoringDemo.Learning.Multiclass;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Explanation;

/// <summary>The mean log loss of a model on labelled rows, split among its features: base loss + all of them = mean loss.</summary>
/// <remarks>
/// A row's log-odds are base + contributions, m = b + Σ cⱼ. Going from b to m in a straight line, feature j carries
/// cⱼ ∫₀¹ ℓ′(b + t (m − b)) dt of the loss: the Aumann-Shapley values of the loss as a function of the contributions
/// (M. Sundararajan, A. Taly, Q. Yan, "Axiomatic attribution for deep networks", ICML 2017). On a straight line the integral
/// has the closed form (ℓ(m) − ℓ(b)) / (m − b), the same for every feature, so that the shares sum to ℓ(m) − ℓ(b). Negative:
/// what the model makes of the feature lowers the loss. Splitting a loss instead of a score, to see features break in
/// production, is from S. M. Lundberg et al., Nature Machine Intelligence 2 (2020), "Model monitoring".
/// </remarks>
public sealed class LossAttribution
{
    private LossAttribution(FeatureSchema schema, int rows, double meanLoss, double baseLoss, double[] features, double[] squaredErrors)
    {
        (Schema, Rows, MeanLoss, BaseLoss) = (schema, rows, meanLoss, baseLoss);
        (Features, SquaredErrors) = (features, squaredErrors);
    }

    /// <summary>Names the features.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>Rows measured.</summary>
    public int Rows { get; }

    /// <summary>The mean log loss, in nats.</summary>
    public double MeanLoss { get; }

    /// <summary>The mean log loss of the base value alone, the same for every row: it changes only with the share of labels.</summary>
    public double BaseLoss { get; }

    /// <summary>What each feature adds to the mean log loss, in schema order.</summary>
    public IReadOnlyList<double> Features { get; }

    /// <summary>The squared standard error of each of <see cref="Features"/>.</summary>
    internal double[] SquaredErrors { get; }

    /// <summary>Measures a model on rows.</summary>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static LossAttribution Of(IExplainableModel model, DataSet rows)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
            throw new ArgumentException("There are no rows to measure on.", nameof(rows));

        var width = model.Schema.Count;
        var (own, sums, squares) = (new double[width], new double[width], new double[width]);
        double loss = 0, baseLoss = 0;
        var classes = model is SoftmaxModel many ? new ClassLoss(many) : null;
        for (var row = 0; row < rows.Count; row++)
        {
            if (classes is not null)
            {
                var (without, with) = classes.Split(rows.Row(row), rows.Labels[row], own);
                (loss, baseLoss) = (loss + with, baseLoss + without);
                Add(own, 1.0, sums, squares);
                continue;
            }

            var start = model.Explain(rows.Row(row), own);
            var end = start;
            foreach (var contribution in own)
                end += contribution;

            var label = rows.Labels[row];
            var (before, after) = (Loss(start, label), Loss(end, label));
            (loss, baseLoss) = (loss + after, baseLoss + before);
            // Where the line is too short for a quotient its slope is that of its start.
            var slope = Math.Abs(end - start) > 1e-6 ? (after - before) / (end - start) : Deterministic.Sigmoid(start) - label;
            Add(own, slope, sums, squares);
        }

        double n = rows.Count;
        for (var i = 0; i < width; i++)
            (sums[i], squares[i]) = (sums[i] / n, Math.Max(0.0, (squares[i] / n) - (sums[i] / n * (sums[i] / n))) / n);
        return new LossAttribution(model.Schema, rows.Count, loss / n, baseLoss / n, sums, squares);
    }

    private static void Add(double[] own, double slope, double[] sums, double[] squares)
    {
        for (var i = 0; i < own.Length; i++)
        {
            sums[i] += slope * own[i];
            squares[i] += slope * own[i] * slope * own[i];
        }
    }

    private static double Loss(double logOdds, byte label) => Deterministic.Softplus(label == 1 ? -logOdds : logOdds);
}
