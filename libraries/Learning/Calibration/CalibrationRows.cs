namespace MonitoringDemo.Learning.Calibration;

/// <summary>What is asked of the rows that a calibrator is fitted on or a table is made of.</summary>
internal static class CalibrationRows
{
    public static void Check(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        if (scores.IsEmpty || scores.Length != labels.Length)
            throw new ArgumentException($"{scores.Length} scores for {labels.Length} labels: give at least one row, and a label for each.", nameof(labels));

        for (var i = 0; i < scores.Length; i++)
        {
            if (!(scores[i] >= 0.0 && scores[i] <= 1.0))
                throw new ArgumentException(FormattableString.Invariant($"The score of row {i} is {scores[i]}; leave out rows whose score is not between 0 and 1."), nameof(scores));
            if (labels[i] > 1)
                throw new ArgumentException($"The label of row {i} is {labels[i]}; two classes are coded 0 and 1.", nameof(labels));
        }
    }
}
