namespace MonitoringDemo.Drift.Channels;

/// <summary>
/// A stream of numbers: finds shifts of any size, changes of spread, and what else moves its distribution; does not depend
/// on units or heavy tails, and is not alarmed by autocorrelation or by a wave that it has been told of.
/// </summary>
/// <remarks>
/// Values are binned on the quantiles of their own past and weighed by an e-detector over shifts and spreads (Shin, Ramdas
/// and Rinaldo, "E-detectors", 2022). A stream whose neighbours correlate is whitened first; its run length is shortened
/// by the factor by which its values say less, for otherwise it would see changes that much later.
/// </remarks>
/// <example><code>
/// var channel = new NumericChannel();
/// channel.Update(loudness);
/// if (channel.DriftDetected) { /* it no longer is what it was */ }
/// </code></example>
public sealed class NumericChannel : LearningChannel
{
    /// <summary>Two million values to a false alarm.</summary>
    public const double DefaultRunLength = 2e6;

    internal const double Resolution = 11;
    internal const double Allowance = 1.5;

    private readonly int[] _slots;
    private ChannelModel? _model;
    private double _previous = double.NaN;
    private int _slot;

    /// <summary>A mean of two million values to a false alarm, judging from the 500th value on; no wave.</summary>
    public NumericChannel()
        : this(DefaultRunLength)
    {
    }

    /// <summary>Creates a channel.</summary>
    /// <param name="runLength">Mean number of independent values to a false alarm.</param>
    /// <param name="leastReference">Values after which it begins to judge; with a wave, at least eight cycles.</param>
    /// <param name="fullReference">Values after which the reference grows no more.</param>
    /// <param name="slotsPerCycle">Values in a cycle, for instance 288 for a day of five-minute values; 0 when there is no wave.</param>
    public NumericChannel(double runLength, int leastReference = 500, int fullReference = 10_000, int slotsPerCycle = 0)
        : base(runLength, Math.Max(leastReference, SlotProfile.LeastCycles * slotsPerCycle), Math.Max(fullReference, SlotProfile.LeastCycles * slotsPerCycle))
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slotsPerCycle);
        SlotsPerCycle = slotsPerCycle;
        _slots = new int[slotsPerCycle == 0 ? 0 : Math.Max(fullReference, SlotProfile.LeastCycles * slotsPerCycle)];
    }

    /// <inheritdoc/>
    public override string Name => "numeric-channel";

    /// <summary>Values in a cycle; 0 when there is no wave.</summary>
    public int SlotsPerCycle { get; }

    /// <inheritdoc/>
    public override double Needed => RunLength * Allowance / (_model?.Inefficiency ?? 1);

    private protected override int BinOf(double value) => _model!.EvidenceBin(_model.ValueBin(value, _slot), ref _previous);

    private protected override ShiftEvidence Learn(ReadOnlySpan<double> reference)
    {
        _model = ChannelModel.Learn(reference, _slots.AsSpan(0, _slots.Length == 0 ? 0 : reference.Length), SlotsPerCycle);
        return _model.NewEvidence(AlternativeSets.ResolutionFor(Resolution, RunLength), missing: false);
    }

    private protected override void Kept(int at)
    {
        if (SlotsPerCycle > 0) _slots[at] = _slot;
    }

    private protected override void Pass()
    {
        if (SlotsPerCycle > 0) _slot = (_slot + 1) % SlotsPerCycle;
    }

    private protected override void Restart() => (_model, _previous) = (null, double.NaN);

    private protected override void SaveRest(BinaryWriter writer, int kept)
    {
        writer.Write(_previous);
        writer.Write(_slot);
        for (var i = 0; i < kept && _slots.Length > 0; i++) writer.Write(_slots[i]);
    }

    private protected override void RestoreRest(BinaryReader reader, int kept)
    {
        (_previous, _slot) = (reader.ReadDouble(), reader.ReadInt32());
        for (var i = 0; i < kept && _slots.Length > 0; i++) _slots[i] = reader.ReadInt32();
    }
}
