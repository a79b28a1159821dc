namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>What a test found.</summary>
/// <param name="Verdict">Whether the limit holds.</param>
/// <param name="Measured">What was measured, and the limit, in a few words.</param>
internal sealed record ObstacleResult(ObstacleVerdict Verdict, string Measured)
{
    /// <summary>A figure that is counted, not estimated: it holds or not.</summary>
    public static ObstacleResult Of(bool holds, FormattableString measured) => new(holds ? ObstacleVerdict.Pass : ObstacleVerdict.Fail, FormattableString.Invariant(measured));

    /// <summary>A figure with an interval: it fails beyond chance, and within chance it warns.</summary>
    /// <param name="holds">The estimate keeps the limit.</param>
    /// <param name="mayHold">Some value of the interval keeps it.</param>
    /// <param name="measured">The estimate, its interval and the limit.</param>
    public static ObstacleResult Of(bool holds, bool mayHold, FormattableString measured) =>
        new(holds ? ObstacleVerdict.Pass : mayHold ? ObstacleVerdict.Warn : ObstacleVerdict.Fail, FormattableString.Invariant(measured));
}
