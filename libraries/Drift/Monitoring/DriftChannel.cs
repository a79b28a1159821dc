using MonitoringDemo.Drift.TwoSample;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>One stream of values (a feature, or the model's score) compared with its reference, window by window.</summary>
/// <param name="feature">How to bin the values.</param>
/// <param name="index">Its place in a row, or -1 for the score.</param>
/// <param name="options">Windows and thresholds.</param>
internal sealed class DriftChannel(Feature feature, int index, MonitorOptions options)
{
    private readonly int _blocks = options.DriftWindow / options.DriftStep;
    private ReferenceBins? _bins;
    private int[] _counts = [], _current = [];
    private int _newest, _calmChecks;

    public int Index => index;

    public string? Name => index < 0 ? null : feature.Name;

    public string Detector => index < 0 ? "prediction-psi" : "psi";

    public bool HasReference => _bins is not null;

    public DriftFinding? Finding { get; set; }

    /// <summary>The index of the current window; NaN while it or the reference is too small.</summary>
    public double Score { get; private set; } = double.NaN;

    public double Threshold { get; private set; }

    public bool IsShifted { get; private set; }

    public void Rebase(Span<double> reference)
    {
        _bins = reference.Length < options.LeastReferenceRows ? null : ReferenceBins.For(feature, reference, options.Bins);
        _counts = new int[_blocks * (_bins?.Count ?? 0)];
        _current = new int[_bins?.Count ?? 0];
        (_newest, _calmChecks, Score, IsShifted) = (0, 0, double.NaN, false);
    }

    public void NextBlock()
    {
        _newest = (_newest + 1) % _blocks;
    }

    /// <summary>Counts the good rows of one block, 0 being the newest.</summary>
    public void CountBlock(int age, RowRing ring, long from, long to)
    {
        if (_bins is null) return;

        var block = _counts.AsSpan((_newest - age + _blocks) % _blocks * _bins.Count, _bins.Count);
        block.Clear();
        for (var row = from; row < to; row++)
        {
            if (ring.IsGood(row)) block[_bins.IndexOf(ring.Value(row, index))]++;
        }
    }

    /// <summary>Compares the window with the reference.</summary>
    /// <returns>False when there is too little to compare.</returns>
    public bool Compare()
    {
        (Score, IsShifted) = (double.NaN, false);
        if (_bins is null) return false;

        Array.Clear(_current);
        var rows = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            _current[i % _bins.Count] += _counts[i];
            rows += _counts[i];
        }

        if (rows < options.DriftWindow / 2) return false;

        Score = Psi.Of(_bins.Reference, _current);
        var used = ChiSquare.UsedBins(_bins.Reference, _current);
        Threshold = options.LeastPsi;
        if (used < 2) return true;

        // Significant and large, both: the index exceeds what chance allows at these sizes, and so does chi-square,
        // which rare bins do not fool.
        Threshold = Math.Max(Threshold, Psi.Threshold(used, _bins.ReferenceRows, rows, options.AlphaPerTest));
        IsShifted = Score >= Threshold && ChiSquare.OfTwo(_bins.Reference, _current) >= ChiSquare.UpperQuantile(used - 1, options.AlphaPerTest);
        return true;
    }

    /// <summary>Whether the window has been far below the threshold for two whole windows.</summary>
    public bool HasCalmedDown()
    {
        _calmChecks = Score < Threshold / 2 ? _calmChecks + 1 : 0;
        return _calmChecks > 2 * _blocks;
    }

    public int ChecksSinceCalm => _calmChecks;

    /// <summary>The likeliest first row of a change to what the newest rows are.</summary>
    public long Onset(RowRing ring, long earliest)
    {
        var weights = BinWeights.Of(_bins!.Reference, NewestBlocks());
        var (onset, best, sum) = (ring.Next - 1, 0.0, 0.0);
        for (var row = ring.Next - 1; row >= earliest; row--)
        {
            if (!ring.IsGood(row)) continue;
            sum += weights[_bins.IndexOf(ring.Value(row, index))];
            if (sum > best) (onset, best) = (row, sum);
        }

        return onset;
    }

    public FeatureDrift? Health() => _bins is null || double.IsNaN(Score)
        ? null
        : new FeatureDrift(Name, Detector, Score, Threshold, Shares.Of(_bins.Reference), Shares.Of(_current));

    public void Save(BinaryWriter writer)
    {
        writer.Write(_bins is not null);
        writer.Write(Finding?.Id ?? "");
        if (_bins is null) return;
        _bins.Save(writer);
        foreach (var count in _counts) writer.Write(count);
        foreach (var count in _current) writer.Write(count);
        writer.Write(_newest);
        writer.Write(_calmChecks);
        writer.Write(Score);
        writer.Write(Threshold);
        writer.Write(IsShifted);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        var hasBins = reader.ReadBoolean();
        Finding = book.Find(reader.ReadString());
        if (!hasBins) return;
        _bins = ReferenceBins.Restore(reader);
        (_counts, _current) = (new int[_blocks * _bins.Count], new int[_bins.Count]);
        for (var i = 0; i < _counts.Length; i++) _counts[i] = reader.ReadInt32();
        for (var i = 0; i < _current.Length; i++) _current[i] = reader.ReadInt32();
        (_newest, _calmChecks, Score, Threshold, IsShifted) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadBoolean());
    }

    // Half the window: near a change, the older half still is what it was.
    private int[] NewestBlocks()
    {
        var counts = new int[_bins!.Count];
        for (var age = 0; age < Math.Max(1, _blocks / 2); age++)
        {
            var at = (_newest - age + _blocks) % _blocks * counts.Length;
            for (var i = 0; i < counts.Length; i++) counts[i] += _counts[at + i];
        }

        return counts;
    }
}
