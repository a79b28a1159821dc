namespace MonitoringDemo.Drift.Performance;

/// <summary>A confusion matrix in which a row counts for class 1 by its probability: expected counts. With probabilities 0 and 1, plain counts.</summary>
/// <param name="TruePositives">Expected rows of class 1 answered with 1.</param>
/// <param name="FalsePositives">Expected rows of class 0 answered with 1.</param>
/// <param name="TrueNegatives">Expected rows of class 0 answered with 0.</param>
/// <param name="FalseNegatives">Expected rows of class 1 answered with 0.</param>
public readonly record struct ExpectedConfusion(double TruePositives, double FalsePositives, double TrueNegatives, double FalseNegatives)
{
    /// <summary>Right answers over all.</summary>
    public double Accuracy => Share(TruePositives + TrueNegatives, FalsePositives + FalseNegatives);

    /// <summary>See <see cref="PerformanceMetric.Precision"/>.</summary>
    public double Precision => Share(TruePositives, FalsePositives);

    /// <summary>See <see cref="PerformanceMetric.Recall"/>.</summary>
    public double Recall => Share(TruePositives, FalseNegatives);

    /// <summary>See <see cref="PerformanceMetric.Specificity"/>.</summary>
    public double Specificity => Share(TrueNegatives, FalsePositives);

    /// <summary>See <see cref="PerformanceMetric.F1"/>.</summary>
    public double F1 => Share(2 * TruePositives, FalsePositives + FalseNegatives);

    /// <summary>Adds up the rows.</summary>
    /// <param name="probabilities">The probability of class 1 of each row.</param>
    /// <param name="predicted">The class answered, 0 or 1.</param>
    public static ExpectedConfusion Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<byte> predicted)
    {
        double tp = 0, fp = 0, tn = 0, fn = 0;
        for (var i = 0; i < predicted.Length; i++)
        {
            var p = probabilities[i];
            if (predicted[i] == 1) (tp, fp) = (tp + p, fp + (1 - p));
            else (tn, fn) = (tn + (1 - p), fn + p);
        }

        return new ExpectedConfusion(tp, fp, tn, fn);
    }

    private static double Share(double part, double rest) => part + rest > 0 ? part / (part + rest) : 0;
}
