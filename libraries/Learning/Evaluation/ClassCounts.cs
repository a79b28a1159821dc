namespace MonitoringDemo.Learning.Evaluation;

/// <summary>Rows by class: how many there are, how often it was answered, and how often rightly.</summary>
internal sealed class ClassCounts
{
    private readonly long[] _rows = new long[256];
    private readonly long[] _answered = new long[256];
    private readonly long[] _right = new long[256];

    private ClassCounts()
    {
    }

    /// <summary>Mean of the shares right in each class that occurs.</summary>
    public double BalancedAccuracy => Mean(k => _rows[k] > 0, k => (double)_right[k] / _rows[k]);

    /// <summary>Mean of 2 × right / (rows + answered) over the classes that occur or were answered.</summary>
    public double MacroF1 => Mean(k => _rows[k] + _answered[k] > 0, k => 2.0 * _right[k] / (_rows[k] + _answered[k]));

    /// <summary>Counts rows, each as often as its weight says.</summary>
    public static ClassCounts Of(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels, ReadOnlySpan<int> weights)
    {
        var counts = new ClassCounts();
        for (var i = 0; i < labels.Length; i++)
        {
            var answer = Evaluator.Decide(scores[i]);
            counts._rows[labels[i]] += weights[i];
            counts._answered[answer] += weights[i];
            counts._right[answer] += answer == labels[i] ? weights[i] : 0;
        }

        return counts;
    }

    private double Mean(Func<int, bool> counts, Func<int, double> of)
    {
        var (sum, classes) = (0.0, 0);
        for (var k = 0; k < _rows.Length; k++)
        {
            if (counts(k))
                (sum, classes) = (sum + of(k), classes + 1);
        }

        return sum / classes;
    }
}
