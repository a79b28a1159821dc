using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Retraining.Snapshot;

/// <summary>The newest rows of the log, each with its outcome once that came: a ring over row numbers.</summary>
/// <remarks>
/// Arrays side by side, so that a row costs a copy and no allocation. A row that a canary answered is kept as all others: the champion's score, and beside it the canary's. Whoever judges the
/// champion, or a rival by it, sees what it would have answered; only <see cref="Answered"/> says what was answered.
/// </remarks>
internal sealed class RowStore
{
    private const byte NoLabel = 255;
    private readonly int _capacity;
    private readonly double[] _values;
    private readonly byte[] _labels;
    private readonly double[] _scores;
    private readonly double[] _shadowScores;
    private readonly int[] _versions;
    private readonly int[] _shadowVersions;
    private readonly bool[] _byCanary;
    private readonly (long Champion, long Canary)[] _took;

    public RowStore(int features, int capacity)
    {
        (FeatureCount, _capacity) = (features, capacity);
        _values = new double[(long)capacity * features];
        _labels = new byte[capacity];
        _scores = new double[capacity];
        _shadowScores = new double[capacity];
        _versions = new int[capacity];
        _shadowVersions = new int[capacity];
        _byCanary = new bool[capacity];
        _took = new (long, long)[capacity];
    }

    public int FeatureCount { get; }

    /// <summary>The oldest row held.</summary>
    public long First { get; private set; }

    /// <summary>One past the newest.</summary>
    public long Next { get; private set; }

    public void Add(HistoryBatch batch)
    {
        Begin(batch.FirstRow);
        for (var i = 0; i < batch.Count; i++)
        {
            var at = Take(batch.Features.AsSpan(i * FeatureCount, FeatureCount));
            (_labels[at], _versions[at], _shadowVersions[at], _byCanary[at], _took[at]) = (batch.Labels[i], 0, 0, false, default);
        }
    }

    public void Add(PredictionBatch batch)
    {
        Begin(batch.FirstRow);
        var (version, scores, beside, besideScores) = batch.ByCanary
            ? (batch.ShadowVersion, batch.ShadowScores, batch.ModelVersion, batch.Scores)
            : (batch.ModelVersion, batch.Scores, batch.ShadowVersion, batch.ShadowScores);
        var took = batch.ByCanary ? (batch.ShadowNanoseconds, batch.ScoreNanoseconds) : (batch.ScoreNanoseconds, batch.ShadowNanoseconds);
        for (var i = 0; i < batch.Count; i++)
        {
            var at = Take(batch.Row(i));
            (_labels[at], _scores[at], _versions[at], _shadowVersions[at], _byCanary[at], _took[at]) = (NoLabel, scores[i], version, beside, batch.ByCanary, i == 0 ? took : default);
            if (beside != 0) _shadowScores[at] = besideScores[i];
        }
    }

    /// <summary>Sets an outcome.</summary>
    /// <returns>False when the row is too old to be held, or has one.</returns>
    public bool TryLabel(long row, byte label)
    {
        if (!Holds(row) || IsLabelled(row)) return false;
        _labels[row % _capacity] = label;
        return true;
    }

    public bool Holds(long row) => row >= First && row < Next;

    public bool IsLabelled(long row) => _labels[row % _capacity] != NoLabel;

    public ReadOnlySpan<double> Values(long row) => _values.AsSpan((int)(row % _capacity) * FeatureCount, FeatureCount);

    public byte Label(long row) => _labels[row % _capacity];

    /// <summary>The champion of the row, which answered it unless a canary did; 0 for history.</summary>
    public int Version(long row) => _versions[row % _capacity];

    /// <summary>The score that was answered, the champion's or a canary's.</summary>
    public double Answered(long row) => _byCanary[row % _capacity] ? ShadowScore(row) : Score(row);

    /// <summary>The champion's score.</summary>
    public double Score(long row) => _scores[row % _capacity];

    /// <summary>The version scored beside it; 0 for none.</summary>
    public int ShadowVersion(long row) => _shadowVersions[row % _capacity];

    public double ShadowScore(long row) => _shadowScores[row % _capacity];

    /// <summary>How long the champion and a canary took to score the request that begins with the row, in nanoseconds; 0 where it begins with none, or was not measured.</summary>
    public (long Champion, long Canary) Took(long row) => _took[row % _capacity];

    private void Begin(long firstRow)
    {
        // A log that retention has shortened begins in the middle.
        if (firstRow != Next) (First, Next) = (firstRow, firstRow);
    }

    private int Take(ReadOnlySpan<double> values)
    {
        var at = (int)(Next % _capacity);
        values.CopyTo(_values.AsSpan(at * FeatureCount, FeatureCount));
        Next++;
        if (Next - First > _capacity) First = Next - _capacity;
        return at;
    }
}
