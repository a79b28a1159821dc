namespace MonitoringDemo.Learning.Evaluation;

/// <summary>The area under the ROC curve by counting pairs (Mann and Whitney), in whole numbers.</summary>
internal static class RankedPairs
{
    public static double Auc(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        var sorted = scores.ToArray();
        var classes = labels.ToArray();
        Array.Sort(sorted, classes);

        // Twice the number of (class 0 below class 1) pairs; a tie counts one half, so one here.
        long zerosBelow = 0, ones = 0, twicePairs = 0;
        for (var from = 0; from < sorted.Length;)
        {
            long tiedOnes = 0, tied = 0;
            var to = from;
            for (; to < sorted.Length && sorted[to] == sorted[from]; to++, tied++)
                tiedOnes += classes[to];

            var tiedZeros = tied - tiedOnes;
            twicePairs += tiedOnes * ((2 * zerosBelow) + tiedZeros);
            zerosBelow += tiedZeros;
            ones += tiedOnes;
            from = to;
        }

        return ones == 0 || zerosBelow == 0 ? 0.5 : twicePairs / (2.0 * ones * zerosBelow);
    }
}
