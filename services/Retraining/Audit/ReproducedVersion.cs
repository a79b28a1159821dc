namespace MonitoringDemo.Retraining.Audit;

/// <summary>A version that was trained again from what the registry keeps of it.</summary>
/// <param name="Version">Which.</param>
/// <param name="Rows">Rows of its snapshot.</param>
/// <param name="Recorded">SHA-256 of the artifact that was registered.</param>
/// <param name="Trained">SHA-256 of what was made now.</param>
/// <param name="LargestDifference">Between the two models' scores on the snapshot's rows, in probability.</param>
/// <param name="Differences">What is not as it was then: code, runtime; also where the artifact is the same.</param>
public sealed record ReproducedVersion(int Version, int Rows, string Recorded, string Trained, double LargestDifference, IReadOnlyList<string> Differences)
{
    /// <summary>The same bytes came out.</summary>
    public bool IsSame => Recorded == Trained;
}
