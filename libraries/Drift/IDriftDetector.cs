namespace MonitoringDemo.Drift;

/// <summary>
/// An extension point: a sequential detector, fed one value at a time, that says when the stream no longer is
/// what it was.
/// </summary>
/// <remarks>
/// Implementations have a public parameterless constructor with documented defaults and are found by scanning
/// assemblies. <see cref="Update"/> allocates nothing, save while a detector learns what is normal. NaN and infinity change nothing.
/// </remarks>
/// <example><code>
/// detector.Update(error ? 1 : 0);
/// if (detector.DriftDetected) { /* act */ detector.Reset(); }
/// </code></example>
public interface IDriftDetector
{
    /// <summary>Unique, lower-case, for instance <c>page-hinkley</c>; findings carry it.</summary>
    string Name { get; }

    /// <summary>Whether the newest value completed the evidence for a change.</summary>
    bool DriftDetected { get; }

    /// <summary>Whether the evidence is growing; always false for detectors that know no warning.</summary>
    bool WarningDetected { get; }

    /// <summary>Takes the next value, in the unit of the stream.</summary>
    void Update(double value);

    /// <summary>Forgets everything, as if newly made.</summary>
    void Reset();

    /// <summary>Writes the whole state, so that <see cref="Restore"/> goes on with the same results.</summary>
    void Save(BinaryWriter writer);

    /// <summary>Takes over what <see cref="Save"/> of the same type wrote.</summary>
    void Restore(BinaryReader reader);
}
