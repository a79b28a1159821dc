namespace MonitoringDemo.InferenceLog;

/// <summary>Other models serve from a row on.</summary>
/// <param name="Row">The first row they serve.</param>
/// <param name="ChampionVersion">The version whose answer is served.</param>
/// <param name="ShadowVersion">The version scored beside it; 0 for none.</param>
/// <param name="ReleaseSequence">The release that asked for it.</param>
/// <param name="Sha256">The champion's artifact.</param>
/// <param name="TrainedFromRow">First row of the champion's training window.</param>
/// <param name="TrainedToRow">One past its last row.</param>
public sealed record ModelChange(
    long Row,
    int ChampionVersion,
    int ShadowVersion,
    long ReleaseSequence,
    string Sha256,
    long TrainedFromRow,
    long TrainedToRow) : LogRecord
{
    /// <summary>Each feature's share of what moves the champion's scores, in schema order; empty when it is not known.</summary>
    public double[] Importance { get; init; } = [];

    /// <summary>How many rows the champion was checked on that it was not trained on; 0 when it is not known.</summary>
    public int HeldOutRows { get; init; }

    /// <summary>On how many of them its answer was wrong.</summary>
    public int HeldOutErrors { get; init; }
}
