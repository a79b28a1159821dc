using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>
/// A paired test of two models on a fixed sample that neither was trained on. Look at it once: for a test that may be
/// looked at after every row see <see cref="AlwaysValidPairedTest"/>.
/// </summary>
/// <remarks>
/// Accuracy: Q. McNemar, "Note on the sampling error of the difference between correlated proportions",
/// Psychometrika 12 (1947); exact binomial up to 1,000 discordant rows, beyond that normal with continuity correction.
/// Log loss: z of the paired differences, whose error counts how neighbouring rows depend on each other (see <see cref="SerialDependence"/>).
/// </remarks>
public static class PairedComparison
{
    private const int LargestExact = 1000;

    /// <summary>Scores the rows with both models and compares.</summary>
    /// <exception cref="ArgumentException">The data set is empty.</exception>
    public static PairedComparisonResult Compare(IModel champion, IModel candidate, DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count == 0)
            throw new ArgumentException("There are no rows to compare on.", nameof(data));
        return Compare(RowAnswers.Of(champion, data), RowAnswers.Of(candidate, data));
    }

    /// <summary>Compares the scores that two models gave to the same rows.</summary>
    /// <exception cref="ArgumentException">There is no row, or the lengths differ.</exception>
    public static PairedComparisonResult Compare(ReadOnlySpan<double> champion, ReadOnlySpan<double> candidate, ReadOnlySpan<byte> labels)
    {
        if (labels.IsEmpty || champion.Length != labels.Length || candidate.Length != labels.Length)
            throw new ArgumentException($"{champion.Length} and {candidate.Length} scores for {labels.Length} labels: give at least one row, and two scores and a label for each.");

        return Compare(RowAnswers.Of(champion, labels), RowAnswers.Of(candidate, labels));
    }

    /// <summary>Compares the answers that two models gave to the same rows.</summary>
    public static PairedComparisonResult Compare(RowAnswers champion, RowAnswers candidate)
    {
        ArgumentNullException.ThrowIfNull(champion);
        ArgumentNullException.ThrowIfNull(candidate);
        var n = champion.Count;
        int onlyCandidate = 0, onlyChampion = 0;
        double sum = 0;
        var differences = new double[n];
        for (var i = 0; i < n; i++)
        {
            var championRight = champion.IsRight(i);
            var candidateRight = candidate.IsRight(i);
            onlyCandidate += candidateRight && !championRight ? 1 : 0;
            onlyChampion += championRight && !candidateRight ? 1 : 0;
            differences[i] = Evaluator.LogLossOf(champion.Truth[i]) - Evaluator.LogLossOf(candidate.Truth[i]);
            sum += differences[i];
        }

        var mean = sum / n;
        var error = StandardError(differences, mean) * Math.Sqrt(SerialDependence.Factor(differences));
        var accuracy = (double)(onlyCandidate - onlyChampion) / n;
        var discordant = (double)(onlyCandidate + onlyChampion) / n;
        var accuracyError = Math.Sqrt(Math.Max(0.0, discordant - (accuracy * accuracy)) / n);
        return new PairedComparisonResult(
            n, onlyCandidate, onlyChampion, accuracy, accuracyError, McNemar(onlyCandidate, onlyChampion), mean, error, UpperTail(mean, error));
    }

    private static double StandardError(double[] differences, double mean)
    {
        var squares = 0.0;
        foreach (var difference in differences)
            squares += (difference - mean) * (difference - mean);
        return differences.Length < 2 ? 0.0 : Math.Sqrt(squares / (differences.Length - 1.0) / differences.Length);
    }

    // Without any spread there is no evidence to weigh: a p of 1 proves nothing.
    private static double UpperTail(double mean, double error) => error > 0.0 ? Deterministic.NormalCdf(-mean / error) : 1.0;

    private static double McNemar(int wins, int losses)
    {
        var n = wins + losses;
        if (n == 0)
            return 1.0;
        if (n > LargestExact)
            return Deterministic.NormalCdf(-(wins - losses - 1) / Math.Sqrt(n));

        // P(Binomial(n, ½) >= wins), summed from the small end.
        var probability = Deterministic.Pow(0.5, n);
        var sum = 0.0;
        for (var k = n; k >= wins; k--)
        {
            sum += probability;
            probability = probability * k / (n - k + 1);
        }

        return Math.Min(1.0, sum);
    }
}
