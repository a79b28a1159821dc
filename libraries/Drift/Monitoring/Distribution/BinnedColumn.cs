using MonitoringDemo.Drift.Channels;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Drift.Monitoring.Distribution;

/// <summary>How the values of one column become bins: what its reference taught.</summary>
internal sealed class BinnedColumn
{
    // Set like those of the channels, by the false alarms that were measured.
    private const double CategoryResolution = 11;
    private const double CategoryAllowance = 3;

    private readonly ChannelModel? _model;
    private readonly int _slotsPerCycle;
    // Values are answers out of many classes, of which the class is looked at.
    private readonly bool _ofAnswers;

    private BinnedColumn(ReferenceDistribution reference, ChannelModel? model, int slotsPerCycle, bool ofAnswers = false) =>
        (Reference, _model, _slotsPerCycle, _ofAnswers) = (reference, model, slotsPerCycle, ofAnswers);

    public ReferenceDistribution Reference { get; }

    /// <summary>By how much evidence has to exceed a run length, because a reference is only a sample.</summary>
    public double Allowance => _model is null ? CategoryAllowance : NumericChannel.Allowance;

    /// <summary>Learns from a reference.</summary>
    /// <param name="feature">Its kind decides.</param>
    /// <param name="values">In the order of their rows; NaN is missing.</param>
    /// <param name="times">Unix milliseconds of each, or <see cref="RowRing.NoTime"/>.</param>
    /// <param name="ofAnswers">Whether the values are answers out of the feature's categories.</param>
    public static BinnedColumn Learn(Feature feature, ReadOnlySpan<double> values, ReadOnlySpan<long> times, bool ofAnswers = false)
    {
        if (ofAnswers)
            return new BinnedColumn(ReferenceDistribution.OfCategories(Array.ConvertAll(values.ToArray(), ClassIn), feature.Categories.Count), null, 0, ofAnswers);
        if (feature.Kind == FeatureKind.Categorical)
            return new BinnedColumn(ReferenceDistribution.OfCategories(values, feature.Categories.Count), null, 0);

        // A weekly wave where enough weeks are known, else a daily one, else none.
        foreach (var slotsPerCycle in (ReadOnlySpan<int>)[TimeSlots.PerWeek, TimeSlots.PerDay])
        {
            var slots = new int[times.Length];
            for (var i = 0; i < slots.Length; i++) slots[i] = TimeSlots.Of(times[i], slotsPerCycle);
            var model = ChannelModel.Learn(values, slots, slotsPerCycle);
            if (model.HasWave) return new BinnedColumn(model.Values, model, slotsPerCycle);
        }

        var plain = ChannelModel.Learn(values, [], 0);
        return new BinnedColumn(plain.Values, plain, 0);
    }

    /// <summary>The bin of a value.</summary>
    public int Of(double value, long time) => _model is null
        ? Reference.IndexOf(_ofAnswers ? ClassIn(value) : value)
        : _model.ValueBin(value, _slotsPerCycle == 0 ? -1 : TimeSlots.Of(time, _slotsPerCycle));

    /// <summary>The bin that evidence judges; see <see cref="ChannelModel.EvidenceBin"/>.</summary>
    public int Judged(int bin, ref double previous) => _model is null ? bin : _model.EvidenceBin(bin, ref previous);

    /// <summary>A fresh account of the evidence.</summary>
    /// <param name="runLength">Mean number of rows to a false finding.</param>
    /// <param name="tolerated">See <see cref="Alternative.Tolerated"/>.</param>
    public ShiftEvidence NewEvidence(double runLength, double tolerated) =>
        _model?.NewEvidence(AlternativeSets.ResolutionFor(NumericChannel.Resolution, runLength), missing: true, tolerated)
        ?? new ShiftEvidence(Reference, AlternativeSets.ForCategories(Reference, AlternativeSets.ResolutionFor(CategoryResolution, runLength)));

    public void Save(BinaryWriter writer)
    {
        writer.Write(_slotsPerCycle);
        if (_model is not null) _model.Save(writer);
        else Reference.Save(writer);
    }

    public static BinnedColumn Restore(BinaryReader reader, Feature feature, bool ofAnswers = false)
    {
        var slotsPerCycle = reader.ReadInt32();
        if (feature.Kind == FeatureKind.Categorical) return new BinnedColumn(ReferenceDistribution.Restore(reader), null, slotsPerCycle, ofAnswers);

        var model = ChannelModel.Restore(reader);
        return new BinnedColumn(model.Values, model, slotsPerCycle);
    }

    private static double ClassIn(double score) => ClassAnswer.IsOne(score) ? ClassAnswer.ClassOf(score) : double.NaN;
}
