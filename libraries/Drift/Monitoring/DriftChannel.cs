using MonitoringDemo.Drift.Channels;
using MonitoringDemo.Drift.TwoSample;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>One stream of values (a feature, or the model's score) weighed against its reference, row by row.</summary>
/// <param name="feature">How to bin the values.</param>
/// <param name="index">Its place in a row, or -1 for the score.</param>
/// <param name="options">Windows and thresholds.</param>
internal sealed class DriftChannel(Feature feature, int index, MonitorOptions options)
{
    private const double CategoryResolution = 11;
    private const double CategoryAllowance = 3;
    // Onsets that are less likely than the best by this factor (in nats) are left out of the interval.
    private const double OnsetReach = 3;
    // The stability index of the window that people see counts as drift from where chance would not bring it in a million looks.
    private const double WindowAlpha = 1e-6;

    private ChannelModel? _model;
    private ReferenceDistribution? _reference;
    private BinGroups? _groups;
    private ShiftEvidence? _evidence;
    private CountWindow? _window;
    private int[] _current = [], _grouped = [];
    private double _runLength, _needed, _previous = double.NaN;
    private int _calmChecks, _slotsPerCycle;

    public int Index => index;

    public string? Name => index < 0 ? null : feature.Name;

    public string Detector => index < 0 ? "prediction-shift" : "shift";

    public bool HasReference => _reference is not null;

    public DriftFinding? Finding { get; set; }

    /// <summary>Whether the evidence has been complete at some row since the last look.</summary>
    public bool IsReached { get; private set; }

    /// <summary>The stability index of the current window; NaN while it or the reference is too small.</summary>
    public double Score { get; private set; } = double.NaN;

    public double Threshold { get; private set; }

    public int ChecksSinceCalm => _calmChecks;

    /// <summary>Takes another reference.</summary>
    /// <param name="values">In the order of their rows; NaN is missing.</param>
    /// <param name="times">Unix milliseconds of each, or <see cref="RowRing.NoTime"/>.</param>
    /// <param name="runLength">Mean number of rows to a false finding.</param>
    public void Rebase(ReadOnlySpan<double> values, ReadOnlySpan<long> times, double runLength)
    {
        Forget();
        if (values.Length < options.LeastReferenceRows) return;

        if (feature.Kind == FeatureKind.Categorical) _reference = ReferenceDistribution.OfCategories(values, feature.Categories.Count);
        else (_model, _slotsPerCycle) = Learn(values, times);
        _runLength = runLength;
        Prepare();
    }

    public void Forget()
    {
        (_model, _reference, _evidence, _window, _groups, _previous) = (null, null, null, null, null, double.NaN);
        (_calmChecks, Score, IsReached) = (0, double.NaN, false);
    }

    /// <summary>Weighs the good rows of a stretch from one of its rows on, and counts them.</summary>
    public void Take(RowRing ring, Stretch stretch, long since)
    {
        if (_reference is null) return;

        var values = stretch.Column(ring, index);
        var good = stretch.Good;
        var times = stretch.Times;
        for (var i = (int)Math.Max(0, Math.Min(since - stretch.From, stretch.Count)); i < values.Length; i++)
        {
            if (!good[i]) continue;
            var bin = ValueBin(values[i], times[i]);
            _window!.Add(stretch.From + i, bin);
            _evidence!.Add(_model is null ? bin : _model.EvidenceBin(bin, ref _previous));
            IsReached |= _evidence.Value >= _needed;
        }
    }

    /// <summary>Forgets what was taken since the reference: those rows are taken again.</summary>
    public void Restart()
    {
        _evidence?.Clear();
        _window?.Clear();
        (_previous, IsReached) = (double.NaN, false);
    }

    /// <summary>A finding is over, or a change was too small to be one: evidence is gathered anew.</summary>
    public void Calm()
    {
        _evidence?.Clear();
        IsReached = false;
    }

    /// <summary>Compares the window with the reference.</summary>
    /// <returns>False when there is too little to compare.</returns>
    public bool Compare()
    {
        Score = double.NaN;
        if (_reference is null) return false;

        var rows = _window!.Sum(_current);
        if (rows < options.DriftWindow / 2) return false;

        Array.Clear(_grouped);
        _groups!.Put(_current, _grouped);
        Score = Psi.Of(_groups.Reference, _grouped);
        var used = ChiSquare.UsedBins(_groups.Reference, _grouped);
        Threshold = used < 2 ? options.LeastPsi : Math.Max(options.LeastPsi, Psi.Threshold(used, _reference.Rows, rows, WindowAlpha));
        return true;
    }

    /// <summary>Whether the window has been far below the threshold for two whole windows.</summary>
    public bool HasCalmedDown()
    {
        _calmChecks = Score < Threshold / 2 ? _calmChecks + 1 : 0;
        return _calmChecks > 2 * (options.DriftWindow / options.DriftStep);
    }

    /// <summary>When and how the change came about that the evidence tells of.</summary>
    /// <param name="earliest">Not before this row.</param>
    /// <param name="next">One past the newest row taken.</param>
    public ShiftFound? Locate(RowRing ring, long earliest, long next)
    {
        if (_evidence!.Best is not (>= 0 and var best)) return null;

        // How likely each row is the first, by the ratios of all that came since.
        var gains = new double[next - earliest];
        var bins = new int[gains.Length];
        var previous = double.NaN;
        for (var i = 0; i < gains.Length; i++)
        {
            bins[i] = -1;
            if (!ring.IsGood(earliest + i)) continue;
            bins[i] = ValueBin(ring.Value(earliest + i, index), ring.Time(earliest + i));
            gains[i] = Deterministic.Log(_evidence.Ratio(best, _model is null ? bins[i] : _model.EvidenceBin(bins[i], ref previous)));
        }

        var (onset, most) = (gains.Length - 1, double.NegativeInfinity);
        for (var i = gains.Length - 1; i >= 0; i--)
        {
            if (i + 1 < gains.Length) gains[i] += gains[i + 1];
            if (bins[i] >= 0 && gains[i] > most) (onset, most) = (i, gains[i]);
        }

        var (first, last) = (onset, onset);
        for (var i = 0; i < gains.Length; i++)
        {
            if (bins[i] < 0 || gains[i] < most - OnsetReach) continue;
            (first, last) = (Math.Min(first, i), Math.Max(last, i));
        }

        var since = new int[_reference!.Bins];
        foreach (var bin in bins.AsSpan(Math.Max(onset, gains.Length - options.DriftWindow)))
        {
            if (bin >= 0) since[bin]++;
        }

        return new ShiftFound(_evidence.Alternatives[best], earliest + onset, earliest + first, earliest + last, since, Effect(since));
    }

    /// <summary>The change in words.</summary>
    public string Describe(ShiftFound found) => ShiftWords.Of(feature, _reference!, found);

    public FeatureDrift? Health() => _reference is null || double.IsNaN(Score)
        ? null
        : new FeatureDrift(Name, index < 0 ? "prediction-psi" : "psi", Score, Threshold, Shares.Of(_groups!.Reference), Shares.Of(_grouped));

    public void Save(BinaryWriter writer)
    {
        writer.Write(_reference is not null);
        writer.Write(Finding?.Id ?? "");
        if (_reference is null) return;
        if (_model is not null) _model.Save(writer);
        else _reference.Save(writer);
        writer.Write(_runLength);
        writer.Write(_slotsPerCycle);
        _evidence!.Save(writer);
        _window!.Save(writer);
        foreach (var count in _grouped) writer.Write(count);
        writer.Write(_previous);
        writer.Write(_calmChecks);
        writer.Write(Score);
        writer.Write(Threshold);
        writer.Write(IsReached);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        Forget();
        var hasReference = reader.ReadBoolean();
        Finding = book.Find(reader.ReadString());
        if (!hasReference) return;
        if (feature.Kind == FeatureKind.Categorical) _reference = ReferenceDistribution.Restore(reader);
        else _model = ChannelModel.Restore(reader);
        (_runLength, _slotsPerCycle) = (reader.ReadDouble(), reader.ReadInt32());
        Prepare();
        _evidence!.Restore(reader);
        _window!.Restore(reader);
        for (var i = 0; i < _grouped.Length; i++) _grouped[i] = reader.ReadInt32();
        (_previous, _calmChecks, Score, Threshold, IsReached) = (reader.ReadDouble(), reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadBoolean());
    }

    // A weekly wave where three weeks and more are known, else a daily one, else none.
    private static (ChannelModel Model, int SlotsPerCycle) Learn(ReadOnlySpan<double> values, ReadOnlySpan<long> times)
    {
        foreach (var slotsPerCycle in (ReadOnlySpan<int>)[TimeSlots.PerWeek, TimeSlots.PerDay])
        {
            var slots = new int[times.Length];
            for (var i = 0; i < slots.Length; i++) slots[i] = TimeSlots.Of(times[i], slotsPerCycle);
            var model = ChannelModel.Learn(values, slots, slotsPerCycle);
            if (model.HasWave) return (model, slotsPerCycle);
        }

        return (ChannelModel.Learn(values, [], 0), 0);
    }

    private void Prepare()
    {
        _reference ??= _model!.Values;
        _needed = _runLength * (_model is null ? CategoryAllowance : NumericChannel.Allowance);
        _evidence = _model?.NewEvidence(AlternativeSets.ResolutionFor(NumericChannel.Resolution, _runLength), missing: true, options.ToleratedShift)
            ?? new ShiftEvidence(_reference, AlternativeSets.ForCategories(_reference, AlternativeSets.ResolutionFor(CategoryResolution, _runLength)));
        _window = new CountWindow(_reference.Bins, options.DriftWindow / options.DriftStep, options.DriftStep);
        _groups = new BinGroups(_reference, options.Bins);
        (_current, _grouped) = (new int[_reference.Bins], new int[_groups.Count]);
    }

    private int ValueBin(double value, long time) => _model is null
        ? _reference!.IndexOf(value)
        : _model.ValueBin(value, _slotsPerCycle == 0 ? -1 : TimeSlots.Of(time, _slotsPerCycle));

    private double Effect(int[] since)
    {
        var grouped = new int[_groups!.Count];
        _groups.Put(since, grouped);
        var rows = grouped.Sum();
        var used = ChiSquare.UsedBins(_groups.Reference, grouped);
        return rows == 0 ? 0 : Psi.Of(_groups.Reference, grouped) - (used - 1) * (1.0 / rows + 1.0 / _reference!.Rows);
    }
}
