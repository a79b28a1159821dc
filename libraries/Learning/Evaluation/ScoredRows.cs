using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>Scores and labels of the same rows, sorted once: every metric for any weight per row, without sorting again.</summary>
internal sealed class ScoredRows
{
    private readonly byte[] _labels;
    private readonly double[] _scores;
    private readonly byte[] _events;
    private readonly double[] _ranked;
    private readonly bool _ofMany;
    private readonly double[] _logLosses;

    // Row numbers from the lowest probability to the highest.
    private readonly int[] _order;

    public ScoredRows(RowAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        (_scores, _labels, _ofMany) = (answers.Scores, answers.Labels, answers.OfMany);
        _logLosses = Array.ConvertAll(answers.Truth, Evaluator.LogLossOf);
        // Of more than two classes: how sure each answer was, and whether it was right.
        (_ranked, _events) = _ofMany
            ? (Array.ConvertAll(_scores, ClassAnswer.ProbabilityOf), [.. Enumerable.Range(0, _labels.Length).Select(i => answers.IsRight(i) ? (byte)1 : (byte)0)])
            : (_scores, _labels);
        _order = [.. Enumerable.Range(0, _scores.Length)];
        Array.Sort((double[])_ranked.Clone(), _order);
    }

    public int Count => _labels.Length;

    /// <summary>The metric over the rows, each counted as often as its weight says.</summary>
    public double Of(Metric metric, ReadOnlySpan<int> weights) => metric switch
    {
        Metric.Accuracy => Confusion(weights) is var c ? (double)(c.TruePositives + c.TrueNegatives) / Total(weights) : 0.0,
        Metric.BalancedAccuracy => _ofMany ? ClassCounts.Of(_scores, _labels, weights).BalancedAccuracy : Balanced(Confusion(weights)),
        Metric.Auc => Auc(weights),
        Metric.AveragePrecision => AveragePrecision(weights),
        Metric.LogLoss => Mean(_logLosses, weights),
        Metric.Brier => Brier(weights),
        Metric.MacroF1 => ClassCounts.Of(_scores, _labels, weights).MacroF1,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "There is no such metric."),
    };

    /// <summary>What a row adds to the metric where it is a mean of rows, and its squared error where it is not.</summary>
    public double LossOf(Metric metric, int row) => metric switch
    {
        Metric.Accuracy or Metric.BalancedAccuracy or Metric.MacroF1 => Evaluator.Decide(_scores[row]) == _labels[row] ? 0.0 : 1.0,
        Metric.LogLoss => _logLosses[row],
        _ => SquaredError(row),
    };

    public ConfusionMatrix Confusion(ReadOnlySpan<int> weights)
    {
        Span<int> cells = [0, 0, 0, 0];
        for (var i = 0; i < weights.Length; i++)
            cells[_ofMany ? 2 + _events[i] : (2 * _labels[i]) + Evaluator.Decide(_scores[i])] += weights[i];
        return new ConfusionMatrix(cells[0], cells[1], cells[2], cells[3]);
    }

    public static double Balanced(ConfusionMatrix c)
    {
        var (zeros, ones) = (c.TrueNegatives + c.FalsePositives, c.TruePositives + c.FalseNegatives);
        return zeros == 0 ? c.Recall : ones == 0 ? c.Specificity : (c.Recall + c.Specificity) / 2;
    }

    // By counting pairs (Mann and Whitney), in whole numbers: twice the pairs of class 0 below class 1, a tie counting one.
    private double Auc(ReadOnlySpan<int> weights)
    {
        long zerosBelow = 0, ones = 0, twicePairs = 0;
        for (var from = 0; from < _order.Length;)
        {
            var (to, tiedZeros, tiedOnes) = Tied(from, 1, weights);
            twicePairs += tiedOnes * ((2 * zerosBelow) + tiedZeros);
            (zerosBelow, ones, from) = (zerosBelow + tiedZeros, ones + tiedOnes, to);
        }

        return ones == 0 || zerosBelow == 0 ? 0.5 : twicePairs / (2.0 * ones * zerosBelow);
    }

    private double AveragePrecision(ReadOnlySpan<int> weights)
    {
        long zeros = 0, ones = 0;
        var sum = 0.0;
        for (var from = _order.Length - 1; from >= 0;)
        {
            var (to, tiedZeros, tiedOnes) = Tied(from, -1, weights);
            (zeros, ones, from) = (zeros + tiedZeros, ones + tiedOnes, to);
            if (tiedOnes > 0)
                sum += tiedOnes * ((double)ones / (ones + zeros));
        }

        return ones == 0 ? 0.0 : sum / ones;
    }

    private (int To, long Zeros, long Ones) Tied(int from, int step, ReadOnlySpan<int> weights)
    {
        long zeros = 0, ones = 0;
        var score = _ranked[_order[from]];
        var to = from;
        for (; to >= 0 && to < _order.Length && _ranked[_order[to]] == score; to += step)
        {
            var row = _order[to];
            if (_events[row] == 1)
                ones += weights[row];
            else
                zeros += weights[row];
        }

        return (to, zeros, ones);
    }

    private double Brier(ReadOnlySpan<int> weights)
    {
        double sum = 0, total = 0;
        for (var i = 0; i < weights.Length; i++)
            (sum, total) = (sum + (weights[i] * SquaredError(i)), total + weights[i]);
        return sum / total;
    }

    private double SquaredError(int row) => PairedLoss.Squared(_scores[row], _labels[row]);

    private static double Mean(double[] values, ReadOnlySpan<int> weights)
    {
        double sum = 0, total = 0;
        for (var i = 0; i < weights.Length; i++)
            (sum, total) = (sum + (weights[i] * values[i]), total + weights[i]);
        return sum / total;
    }

    private static long Total(ReadOnlySpan<int> weights)
    {
        long total = 0;
        foreach (var weight in weights)
            total += weight;
        return total;
    }
}
