using System.Globalization;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring.Rows;

/// <summary>Refuses batches whose parts do not fit together, and says what would fit.</summary>
internal static class InputShape
{
    /// <summary>How many rows there are.</summary>
    public static int Rows(ReadOnlySpan<double> features, FeatureSchema schema) => features.Length % schema.Count == 0
        ? features.Length / schema.Count
        : throw new ArgumentException($"{features.Length} values are no whole number of rows of {schema.Count}.");

    public static void CheckScores(ReadOnlySpan<double> features, int scores, int staticScores, FeatureSchema schema)
    {
        if (Rows(features, schema) != scores || staticScores != scores)
            throw new ArgumentException($"{scores} scores need as many static scores and {scores * schema.Count} values.");
    }

    public static void CheckTimes(ReadOnlySpan<long> eventTimes, int rows)
    {
        if (!eventTimes.IsEmpty && eventTimes.Length != rows)
            throw new ArgumentException($"{rows} rows need as many event times, or none at all, not {eventTimes.Length}.");
    }

    public static void CheckOutcomes(int rows, int labels)
    {
        if (rows != labels) throw new ArgumentException($"{rows} rows need as many labels, not {labels}.");
    }

    public static void CheckHeldOut(HeldOutErrors heldOut)
    {
        if (heldOut.Errors < 0 || heldOut.Errors > heldOut.Rows)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{heldOut.Errors} errors on {heldOut.Rows} rows: there are 0 or more, and no more than rows."), nameof(heldOut));
    }

    public static void CheckImportance(ReadOnlySpan<double> importance, FeatureSchema schema)
    {
        if (!importance.IsEmpty && importance.Length != schema.Count)
            throw new ArgumentException($"{schema.Count} features need as many shares of importance, or none at all, not {importance.Length}.", nameof(importance));
        foreach (var share in importance)
        {
            if (!double.IsFinite(share) || share < 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A share of importance is a finite number, 0 or more, not {share}."), nameof(importance));
        }
    }
}
