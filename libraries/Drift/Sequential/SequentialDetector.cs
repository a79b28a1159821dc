using System.Runtime.CompilerServices;

namespace MonitoringDemo.Drift.Sequential;

/// <summary>
/// What all sequential detectors share: NaN and infinity are skipped, and the value after a detected drift is the
/// first of a new run, so a detector can be left running.
/// </summary>
public abstract class SequentialDetector : IDriftDetector
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public bool DriftDetected { get; protected set; }

    /// <inheritdoc/>
    public bool WarningDetected { get; protected set; }

    /// <inheritdoc/>
    /// <remarks>Small, so that a call through the sealed type becomes the detector's own formula.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(double value)
    {
        if (!double.IsFinite(value))
            return;
        if (DriftDetected)
            Reset();
        Take(value);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        DriftDetected = false;
        WarningDetected = false;
        Clear();
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(DriftDetected);
        writer.Write(WarningDetected);
        SaveState(writer);
    }

    /// <inheritdoc/>
    public void Restore(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        DriftDetected = reader.ReadBoolean();
        WarningDetected = reader.ReadBoolean();
        RestoreState(reader);
    }

    /// <summary>Takes a finite value and sets the two flags.</summary>
    protected abstract void Take(double value);

    /// <summary>Forgets everything but the parameters.</summary>
    protected abstract void Clear();

    /// <summary>Writes everything but the parameters and the flags.</summary>
    protected abstract void SaveState(BinaryWriter writer);

    /// <summary>Reads what <see cref="SaveState"/> wrote.</summary>
    protected abstract void RestoreState(BinaryReader reader);
}
