namespace MonitoringDemo.Drift.Channels;

/// <summary>
/// What is normal for a stream of numbers: its distribution, its wave over time slots, and how far a value follows the one
/// before. It turns values into bins that are independent and follow known shares while nothing changes.
/// </summary>
/// <remarks>
/// A stream whose neighbours correlate is whitened: what is judged is how far a value's latent place is from the one that
/// its predecessor lets expect. A lasting shift then shows in full at its first value and by a part of 1 − correlation in
/// each later one. Dependence over longer stretches tempers the evidence (an effective sample size).
/// </remarks>
internal sealed class ChannelModel
{
    // A serial stream wanders: a reference of fewer independent values has not seen where it goes.
    private const int LeastEffectiveRows = 200;

    private readonly SlotProfile? _profile;
    private readonly ReferenceDistribution? _innovations;
    private readonly double[] _scores;
    private readonly double _correlation, _spread, _tempering;

    private ChannelModel(SlotProfile? profile, ReferenceDistribution values, ReferenceDistribution? innovations, double correlation, double spread, double tempering)
    {
        (_profile, Values, _innovations, _correlation, _spread, _tempering) = (profile, values, innovations, correlation, spread, tempering);
        _scores = new double[values.Bins];
        for (var bin = 0; bin < values.Missing; bin++) _scores[bin] = values.Score(bin);
    }

    /// <summary>The distribution of the values, less their wave.</summary>
    public ReferenceDistribution Values { get; }

    /// <summary>Whether there is a wave over time slots.</summary>
    public bool HasWave => _profile is not null;

    /// <summary>Whether values say little that their predecessors did not: evidence then takes that much longer.</summary>
    public bool IsSerial => _innovations is not null || _tempering > 1;

    /// <summary>How many values say as much as one independent value.</summary>
    public double Inefficiency => (1 + _correlation) / (1 - _correlation) * _tempering;

    /// <summary>Learns what is normal.</summary>
    /// <param name="values">The reference in its order; NaN is missing.</param>
    /// <param name="slots">The time slot of each value, or empty.</param>
    /// <param name="slotsPerCycle">How many time slots there are; 0 for none.</param>
    public static ChannelModel Learn(ReadOnlySpan<double> values, ReadOnlySpan<int> slots, int slotsPerCycle)
    {
        var profile = slots.IsEmpty ? null : SlotProfile.Learn(values, slots, slotsPerCycle);
        var level = values.ToArray();
        for (var i = 0; i < level.Length && profile is not null; i++) level[i] = profile.Remove(level[i], slots[i]);

        var distribution = ReferenceDistribution.OfNumbers(level.ToArray());
        var scores = new double[level.Length];
        for (var i = 0; i < scores.Length; i++) scores[i] = distribution.Score(distribution.IndexOf(level[i]));

        var correlation = Dependence.Correlation(scores);
        if (correlation == 0) return new ChannelModel(profile, distribution, null, 0, 1, Dependence.Inflation(scores));

        var innovations = new double[Math.Max(0, scores.Length - 1)];
        double squares = 0;
        for (var i = 0; i < innovations.Length; i++)
        {
            innovations[i] = scores[i + 1] - correlation * scores[i];
            squares += innovations[i] * innovations[i];
        }

        var tempering = Dependence.Inflation(innovations);
        var spread = Math.Sqrt(squares / innovations.Length);
        return new ChannelModel(profile, distribution, ReferenceDistribution.OfNumbers(innovations), correlation, spread, tempering);
    }

    /// <summary>The bin of a value in <see cref="Values"/>.</summary>
    public int ValueBin(double value, int slot) => Values.IndexOf(_profile is null ? value : _profile.Remove(value, slot));

    /// <summary>The bin to judge.</summary>
    /// <param name="valueBin">From <see cref="ValueBin"/>.</param>
    /// <param name="previous">The latent place of the value before, kept by the caller; begins as NaN.</param>
    public int EvidenceBin(int valueBin, ref double previous)
    {
        if (_innovations is null) return valueBin;
        if (valueBin == Values.Missing) return _innovations.Missing;

        var score = _scores[valueBin];
        var bin = double.IsNaN(previous) ? _innovations.Missing : _innovations.IndexOf(score - _correlation * previous);
        previous = score;
        return bin;
    }

    /// <summary>A fresh account of the evidence. Empty, and so never speaking, while the reference says too little to judge by.</summary>
    /// <param name="resolution">See <see cref="AlternativeSets"/>.</param>
    /// <param name="missing">Whether missing values are looked at.</param>
    /// <param name="tolerated">See <see cref="Alternative.Tolerated"/>.</param>
    public ShiftEvidence NewEvidence(double resolution, bool missing, double tolerated = 0)
    {
        var judged = _innovations ?? Values;
        if (IsSerial && Values.Rows < LeastEffectiveRows * Inefficiency) return new ShiftEvidence(judged, []);

        var (lasting, first) = _innovations is null ? (1, 1) : ((1 - _correlation) / _spread, 1 / _spread);
        var alternatives = AlternativeSets.ForNumbers(judged, resolution * Math.Sqrt(_tempering), lasting, missing && _innovations is null, tolerated);
        return new ShiftEvidence(judged, alternatives, lasting, first, _tempering);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_profile is not null);
        _profile?.Save(writer);
        Values.Save(writer);
        writer.Write(_innovations is not null);
        _innovations?.Save(writer);
        writer.Write(_correlation);
        writer.Write(_spread);
        writer.Write(_tempering);
    }

    public static ChannelModel Restore(BinaryReader reader)
    {
        var profile = reader.ReadBoolean() ? SlotProfile.Restore(reader) : null;
        var values = ReferenceDistribution.Restore(reader);
        var innovations = reader.ReadBoolean() ? ReferenceDistribution.Restore(reader) : null;
        return new ChannelModel(profile, values, innovations, reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
    }
}
