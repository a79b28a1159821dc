using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring.Distribution;

/// <summary>Weighs every feature against the champion's training rows, and the champion's scores with its first ones.</summary>
internal sealed class DriftWatch
{
    private const int WeighedAgain = 2_500;

    private readonly MonitorOptions _options;
    private readonly DriftChannel[] _features, _all;
    private readonly DriftChannel _score;
    private readonly Stretch _stretch;
    private readonly ShiftFindings _findings;
    private double[] _importance = [];
    private long _since, _scoredSince, _next;
    private bool _recount;

    public DriftWatch(FeatureSchema schema, MonitorOptions options)
    {
        _options = options;
        _features = [.. schema.Features.Select((feature, index) => new DriftChannel(feature, index, options))];
        _score = new DriftChannel(schema.Task.Classes > 2 ? new Feature("answer", FeatureKind.Categorical, schema.Task.ClassNames) : new Feature("score", FeatureKind.Numeric, []), -1, options);
        _all = [.. _features, _score];
        _stretch = new Stretch(options.QualityStep);
        _findings = new ShiftFindings(options);
    }

    public long CheckedAtRow { get; private set; } = -1;

    public MonitorChecks Checks { get; private set; }

    /// <summary>Another champion serves from this row on: what it was trained on is the reference now.</summary>
    public void Rebase(RowRing ring, long row, long trainedFrom, long trainedTo, FindingBook book, ReadOnlySpan<double> importance)
    {
        (_since, _scoredSince, _next) = (row, row, Math.Max(row, ring.First));
        _importance = importance.ToArray();
        foreach (var channel in _all) ShiftFindings.End(channel, row, ring.Next - 1, book);
        ReferenceRows.Trained(ring, trainedFrom, trainedTo, _options).Teach(_features, RunLength);
        _score.Forget();
        _recount = true;
    }

    /// <summary>Rows were taken into quarantine or let out of it after they had been weighed.</summary>
    public void Recount() => _recount = true;

    /// <summary>Weighs the rows that data quality has had the time to look at twice.</summary>
    /// <param name="isTolerated">Whether a feature is broken in rows that are used all the same: what is broken is no drift.</param>
    public void Pass(RowRing ring, FindingBook book, Func<int, bool> isTolerated)
    {
        var to = Math.Max(ring.First, _options.Vetted(ring.Next));
        var isCheck = ring.Next % _options.DriftStep == 0;
        if (isCheck) Begin(ring, to);
        if (_recount) Restart(ring);
        for (_next = Math.Max(_next, ring.First); _next < to; _next += _stretch.Count)
        {
            _stretch.Load(ring, _next, Math.Min(to, _next + _stretch.Capacity));
            foreach (var channel in _all) channel.Take(ring, _stretch, SinceOf(channel));
        }

        _recount = false;
        var compared = false;
        foreach (var channel in _all)
        {
            if (isCheck && channel.Compare()) compared |= channel.Index >= 0;
            if (channel.Finding is not null)
            {
                if (isCheck) _findings.TryEnd(channel, ring, book);
            }
            else if (channel.IsReached && channel.Index >= 0 && isTolerated(channel.Index))
            {
                channel.Calm();
            }
            else if (channel.IsReached)
            {
                _findings.TryOpen(channel, ring, SinceOf(channel), _next, book);
            }
        }

        if (isCheck) Count(ring, compared);
    }

    public MonitorChecks TakeChecks()
    {
        var checks = Checks;
        Checks = default;
        return checks;
    }

    public (IReadOnlyList<FeatureDrift> Features, FeatureDrift? Score) Health() =>
        ([.. _features.Select(static channel => channel.Health()).OfType<FeatureDrift>()], _score.Health());

    public void Save(BinaryWriter writer)
    {
        foreach (var value in (ReadOnlySpan<long>)[_since, _scoredSince, _next, CheckedAtRow, Checks.Stable, Checks.Drift, Checks.InsufficientData]) writer.Write(value);
        writer.Write(_recount);
        writer.Write(_importance.Length);
        foreach (var share in _importance) writer.Write(share);
        foreach (var channel in _features) channel.Save(writer);
        _score.Save(writer);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        (_since, _scoredSince, _next, CheckedAtRow) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
        Checks = new MonitorChecks((int)reader.ReadInt64(), (int)reader.ReadInt64(), (int)reader.ReadInt64());
        _recount = reader.ReadBoolean();
        _importance = new double[reader.ReadInt32()];
        for (var i = 0; i < _importance.Length; i++) _importance[i] = reader.ReadDouble();
        foreach (var channel in _features) channel.Restore(reader, book);
        _score.Restore(reader, book);
    }

    private void Count(RowRing ring, bool compared)
    {
        CheckedAtRow = ring.Next;
        var drifting = _all.Any(static channel => channel.Finding is not null);
        Checks = !compared ? Checks with { InsufficientData = Checks.InsufficientData + 1 }
            : drifting ? Checks with { Drift = Checks.Drift + 1 }
            : Checks with { Stable = Checks.Stable + 1 };
    }

    // Rows that were served make the references that training rows cannot: of the scores, and of features when the log was cut.
    private void Begin(RowRing ring, long to)
    {
        if (!_score.HasReference && ReferenceRows.Of(ring, _scoredSince, to) is var scored && scored.Count >= _options.ScoreReferenceRows)
        {
            scored.Teach([_score], RunLength);
            _scoredSince = to;
        }

        if (!_features[0].HasReference && ReferenceRows.Of(ring, _since, to) is var served && served.Count >= _options.ScoreReferenceRows)
        {
            served.Teach(_features, RunLength);
            _since = to;
        }
    }

    // What was weighed is weighed again, without the rows that turned out to be broken.
    private void Restart(RowRing ring)
    {
        _next = Math.Min(_next, Math.Max(Math.Max(_since, ring.First), ring.Next - WeighedAgain));
        foreach (var channel in _all) channel.Restart();
    }

    private long SinceOf(DriftChannel channel) => channel.Index < 0 ? _scoredSince : _since;

    private double RunLength(int index) => FalseFindingShares.RunLength(
        _options.FalseFindingBudget, index < 0 ? FalseFindingShares.Score : FalseFindingShares.OfFeature(_importance, index, _features.Length));
}
