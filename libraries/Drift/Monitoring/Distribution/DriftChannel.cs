using MonitoringDemo.Drift.Channels;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Drift.TwoSample;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring.Distribution;

/// <summary>One stream of values (a feature, or the model's score) weighed against its reference, row by row.</summary>
/// <param name="feature">How to bin the values.</param>
/// <param name="index">Its place in a row, or -1 for the score.</param>
/// <param name="options">Windows and thresholds.</param>
internal sealed class DriftChannel(Feature feature, int index, MonitorOptions options)
{
    // The stability index of the window that people see counts as drift from where chance would not bring it in a million looks.
    private const double WindowAlpha = 1e-6;

    private BinnedColumn? _column;
    private BinGroups? _groups;
    private ShiftEvidence? _evidence;
    private CountWindow? _window;
    private int[] _current = [], _grouped = [];
    private double _runLength, _needed, _previous = double.NaN;
    private int _calmChecks;
    private FeatureDrift? _health;

    public int Index => index;

    /// <summary>Whether it follows which of many classes is answered.</summary>
    public bool IsOfAnswers => index < 0 && feature.Kind == FeatureKind.Categorical;

    public string? Name => index < 0 ? null : feature.Name;

    public string Detector => index < 0 ? "prediction-shift" : "shift";

    public bool HasReference => _column is not null;

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

        _column = BinnedColumn.Learn(feature, values, times, IsOfAnswers);
        _runLength = runLength;
        Prepare();
    }

    public void Forget()
    {
        (_column, _evidence, _window, _groups, _previous, _health) = (null, null, null, null, double.NaN, null);
        (_calmChecks, Score, Threshold, IsReached) = (0, double.NaN, 0, false);
    }

    /// <summary>Weighs the good rows of a stretch from one of its rows on, and counts them.</summary>
    public void Take(RowRing ring, Stretch stretch, long since)
    {
        if (_column is null) return;

        var values = stretch.Column(ring, index);
        var good = stretch.Good;
        var times = stretch.Times;
        for (var i = (int)Math.Max(0, Math.Min(since - stretch.From, stretch.Count)); i < values.Length; i++)
        {
            if (!good[i]) continue;
            var bin = _column.Of(values[i], times[i]);
            _window!.Add(stretch.From + i, bin);
            _evidence!.Add(_column.Judged(bin, ref _previous));
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
        (Score, _health) = (double.NaN, null);
        if (_column is null) return false;

        var rows = _window!.Sum(_current);
        if (rows < options.DriftWindow / 2) return false;

        Array.Clear(_grouped);
        _groups!.Put(_current, _grouped);
        Score = Psi.Of(_groups.Reference, _grouped);
        var used = ChiSquare.UsedBins(_groups.Reference, _grouped);
        Threshold = used < 2 ? options.LeastPsi : Math.Max(options.LeastPsi, Psi.Threshold(used, _column.Reference.Rows, rows, WindowAlpha));
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
    public ShiftFound? Locate(RowRing ring, long earliest, long next) =>
        new ShiftLocator(_column!, index, _evidence!, _groups!, options.DriftWindow).Find(ring, earliest, next);

    /// <summary>The change in words.</summary>
    public string Describe(ShiftFound found) => ShiftWords.Of(feature, _column!.Reference, found);

    /// <summary>The last comparison; made into what people see once, however often it is asked for.</summary>
    public FeatureDrift? Health() => _column is null || double.IsNaN(Score)
        ? null
        : _health ??= new FeatureDrift(Name, index < 0 ? "prediction-psi" : "psi", Score, Threshold, Shares.Of(_groups!.Reference), Shares.Of(_grouped));

    public void Save(BinaryWriter writer)
    {
        writer.Write(_column is not null);
        writer.Write(Finding?.Id ?? "");
        if (_column is null) return;
        _column.Save(writer);
        writer.Write(_runLength);
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
        _column = BinnedColumn.Restore(reader, feature, IsOfAnswers);
        _runLength = reader.ReadDouble();
        Prepare();
        _evidence!.Restore(reader);
        _window!.Restore(reader);
        for (var i = 0; i < _grouped.Length; i++) _grouped[i] = reader.ReadInt32();
        (_previous, _calmChecks, Score, Threshold, IsReached) = (reader.ReadDouble(), reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadBoolean());
    }

    private void Prepare()
    {
        _needed = _runLength * _column!.Allowance;
        _evidence = _column.NewEvidence(_runLength, options.ToleratedShift);
        _window = new CountWindow(_column.Reference.Bins, options.DriftWindow / options.DriftStep, options.DriftStep);
        _groups = new BinGroups(_column.Reference, options.Bins);
        (_current, _grouped) = (new int[_column.Reference.Bins], new int[_groups.Count]);
    }
}
