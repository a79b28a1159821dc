using System.Globalization;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>Compares every feature with the champion's training rows, and the champion's scores with its first ones.</summary>
internal sealed class DriftWatch
{
    private const int OnsetReach = 5_000;

    private readonly MonitorOptions _options;
    private readonly DriftChannel[] _features;
    private readonly DriftChannel _score;
    private long _since, _scoredSince;
    private bool _recount;

    public DriftWatch(FeatureSchema schema, MonitorOptions options)
    {
        _options = options;
        _features = [.. schema.Features.Select((feature, index) => new DriftChannel(feature, index, options))];
        _score = new DriftChannel(new Feature("score", FeatureKind.Numeric, []), -1, options);
    }

    public long CheckedAtRow { get; private set; } = -1;

    public MonitorChecks Checks { get; private set; }

    /// <summary>Another champion serves from this row on: what it was trained on is the reference now.</summary>
    public void Rebase(RowRing ring, long row, long trainedFrom, long trainedTo, FindingBook book, ReadOnlySpan<double> importance)
    {
        (_since, _scoredSince) = (row, row);
        EndAll(book, row, ring.Next - 1);
        var reference = GoodRows(ring, trainedFrom, Math.Min(trainedTo, ring.Next));
        // Most of its rows are no longer kept: the newest before it are the best that is known.
        if (reference.Count < _options.LeastReferenceRows || ring.First > trainedFrom + (trainedTo - trainedFrom) / 2)
            reference = GoodRows(ring, ring.Next - _options.ProfileRows, ring.Next);

        Rebase(_features, ring, reference);
        _score.Rebase([]);
    }

    /// <summary>Rows were taken into quarantine or let out of it after they had been counted.</summary>
    public void Recount() => _recount = true;

    public void Pass(RowRing ring, FindingBook book)
    {
        if (!_score.HasReference && GoodRows(ring, _scoredSince, ring.Next) is { Count: var scored } first && scored >= _options.ScoreReferenceRows)
            Begin([_score], ring, first, out _scoredSince);
        // Neither the champion's training rows nor any before it are known, for instance because the log was cut.
        if (!_features[0].HasReference && GoodRows(ring, _since, ring.Next) is { Count: var served } rows && served >= _options.ScoreReferenceRows)
            Begin(_features, ring, rows, out _since);

        var blocks = _recount ? _options.DriftWindow / _options.DriftStep : 1;
        var compared = false;
        for (var c = 0; c <= _features.Length; c++)
        {
            var channel = c < _features.Length ? _features[c] : _score;
            channel.NextBlock();
            for (var age = 0; age < blocks; age++)
            {
                var to = ring.Next - (long)age * _options.DriftStep;
                var from = Math.Max(Math.Max(to - _options.DriftStep, ring.First), channel.Index < 0 ? _scoredSince : _since);
                channel.CountBlock(age, ring, from, to);
            }

            if (!channel.Compare()) continue;
            compared |= c < _features.Length;
            Decide(channel, ring, book);
        }

        _recount = false;
        CheckedAtRow = ring.Next;
        var drifting = _score.Finding is not null || _features.Any(static channel => channel.Finding is not null);
        Checks = !compared ? Checks with { InsufficientData = Checks.InsufficientData + 1 }
            : drifting ? Checks with { Drift = Checks.Drift + 1 }
            : Checks with { Stable = Checks.Stable + 1 };
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
        foreach (var value in (ReadOnlySpan<long>)[_since, _scoredSince, CheckedAtRow, Checks.Stable, Checks.Drift, Checks.InsufficientData]) writer.Write(value);
        writer.Write(_recount);
        foreach (var channel in _features) channel.Save(writer);
        _score.Save(writer);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        (_since, _scoredSince, CheckedAtRow) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
        Checks = new MonitorChecks((int)reader.ReadInt64(), (int)reader.ReadInt64(), (int)reader.ReadInt64());
        _recount = reader.ReadBoolean();
        foreach (var channel in _features) channel.Restore(reader, book);
        _score.Restore(reader, book);
    }

    private void Decide(DriftChannel channel, RowRing ring, FindingBook book)
    {
        if (channel.Finding is { } open)
        {
            if (!channel.HasCalmedDown()) return;
            // The oldest row of the first calm window.
            var endedAt = ring.Next - (long)(channel.ChecksSinceCalm - 1) * _options.DriftStep - _options.DriftWindow;
            book.End(open, Math.Max(endedAt, open.Onset), ring.Next - 1);
            channel.Finding = null;
        }
        else if (channel.IsShifted)
        {
            var earliest = Math.Max(Math.Max(ring.Next - OnsetReach, ring.First), channel.Index < 0 ? _scoredSince : _since);
            var (onset, row) = (channel.Onset(ring, earliest), ring.Next - 1);
            channel.Finding = new DriftFinding(
                FindingIds.For(row, DriftFindingKind.DataDrift, channel.Name), row, DriftFindingKind.DataDrift, channel.Name, channel.Detector,
                channel.Score, channel.Threshold, onset, Math.Max(earliest, ring.Next - _options.DriftWindow), ring.Next,
                string.Create(CultureInfo.InvariantCulture, $"{channel.Name ?? "The model's score"} moved away from {(channel.Name is null ? "its first scores" : "the training rows")} at about row {onset:N0}: stability index {channel.Score:F2}, {channel.Threshold:F2} counts as drift."));
            book.Add(channel.Finding);
        }
    }

    /// <summary>Takes the rows so far for the reference, and compares what comes after them.</summary>
    private void Begin(DriftChannel[] channels, RowRing ring, List<long> rows, out long since)
    {
        Rebase(channels, ring, rows);
        since = ring.Next;
    }

    private void Rebase(DriftChannel[] channels, RowRing ring, List<long> reference)
    {
        var values = new double[reference.Count];
        foreach (var channel in channels)
        {
            for (var i = 0; i < values.Length; i++) values[i] = ring.Value(reference[i], channel.Index);
            channel.Rebase(values);
        }

        _recount = true;
    }

    private void EndAll(FindingBook book, long endedAt, long row)
    {
        foreach (var channel in _features.Append(_score))
        {
            if (channel.Finding is not { } open) continue;
            book.End(open, Math.Max(endedAt, open.Onset), row);
            channel.Finding = null;
        }
    }

    private static List<long> GoodRows(RowRing ring, long from, long to)
    {
        var rows = new List<long>();
        for (var row = Math.Max(from, ring.First); row < Math.Min(to, ring.Next); row++)
        {
            if (ring.IsGood(row)) rows.Add(row);
        }

        return rows;
    }
}
