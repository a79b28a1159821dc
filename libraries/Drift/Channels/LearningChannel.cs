using MonitoringDemo.Drift.Sequential;

namespace MonitoringDemo.Drift.Channels;

/// <summary>
/// What the channels that teach themselves share: the first values become the reference, which grows while nothing speaks
/// against it; then every value is weighed against it.
/// </summary>
public abstract class LearningChannel : SequentialDetector
{
    private const double Growth = 1.1;
    // The newest values are not learned from yet: they may belong to a change that has not been seen.
    private const double HeldBack = 0.1;
    private const double SuspiciousShare = 1e-4;
    private const double WarningShare = 1e-3;

    private readonly int _leastReference;
    private readonly double[] _values;
    private int _count, _nextFit;

    /// <summary>Creates a channel without a reference.</summary>
    /// <param name="runLength">Mean number of values to a false alarm.</param>
    /// <param name="leastReference">Values after which it begins to judge.</param>
    /// <param name="fullReference">Values after which the reference grows no more.</param>
    private protected LearningChannel(double runLength, int leastReference, int fullReference)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastReference, 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(fullReference, leastReference);
        (RunLength, _leastReference, _values, _nextFit) = (runLength, leastReference, new double[fullReference], leastReference);
    }

    /// <summary>Mean number of values to a false alarm that is allowed.</summary>
    public double RunLength { get; }

    /// <summary>How many values the reference is made of; 0 while there is none.</summary>
    public int ReferenceValues { get; private set; }

    /// <summary>The evidence of a change; a change is told when it reaches <see cref="Needed"/>.</summary>
    public double Evidence => Account?.Value ?? 0;

    /// <summary>The evidence that tells a change. Above the run length, because a reference is only a sample.</summary>
    public abstract double Needed { get; }

    private protected ShiftEvidence? Account { get; private set; }

    /// <inheritdoc/>
    protected sealed override void Take(double value)
    {
        if (Account is not null)
        {
            Account.Add(BinOf(value));
            DriftDetected = Account.Value >= Needed;
            WarningDetected = Account.Value >= Needed * WarningShare;
        }

        var keep = !DriftDetected && _count < _values.Length && Evidence < Needed * SuspiciousShare;
        if (keep)
        {
            _values[_count] = value;
            Kept(_count++);
        }

        Pass();
        if (keep && _count >= _nextFit) Fit();
    }

    /// <inheritdoc/>
    protected sealed override void Clear()
    {
        (_count, _nextFit, ReferenceValues, Account) = (0, _leastReference, 0, null);
        Restart();
    }

    /// <inheritdoc/>
    protected sealed override void SaveState(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(_count);
        for (var i = 0; i < _count; i++) writer.Write(_values[i]);
        writer.Write(_nextFit);
        writer.Write(ReferenceValues);
        SaveRest(writer, _count);
        Account?.Save(writer);
    }

    /// <inheritdoc/>
    protected sealed override void RestoreState(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Clear();
        _count = reader.ReadInt32();
        for (var i = 0; i < _count; i++) _values[i] = reader.ReadDouble();
        (_nextFit, ReferenceValues) = (reader.ReadInt32(), reader.ReadInt32());
        // What was learned is learned again from the same values; only what has been seen since is stored.
        RestoreRest(reader, _count);
        if (ReferenceValues > 0) Account = Learn(_values.AsSpan(0, ReferenceValues));
        Account?.Restore(reader);
    }

    private protected abstract int BinOf(double value);

    private protected abstract ShiftEvidence Learn(ReadOnlySpan<double> reference);

    /// <summary>A value has been kept for the reference.</summary>
    private protected virtual void Kept(int at)
    {
    }

    /// <summary>A value has been taken.</summary>
    private protected virtual void Pass()
    {
    }

    private protected virtual void Restart()
    {
    }

    private protected virtual void SaveRest(BinaryWriter writer, int kept)
    {
    }

    private protected virtual void RestoreRest(BinaryReader reader, int kept)
    {
    }

    private void Fit()
    {
        ReferenceValues = _count == _leastReference ? _count : (int)(_count * (1 - HeldBack));
        var account = Learn(_values.AsSpan(0, ReferenceValues));
        if (Account is not null) account.TakeOver(Account);
        Account = account;
        _nextFit = _count == _values.Length ? int.MaxValue : Math.Min(_values.Length, (int)(_count * Growth) + 1);
    }
}
