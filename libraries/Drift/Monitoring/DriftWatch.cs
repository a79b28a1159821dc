using System.Globalization;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>Weighs every feature against the champion's training rows, and the champion's scores with its first ones.</summary>
internal sealed class DriftWatch
{
    private const int OnsetReach = 5_000;
    private const int WeighedAgain = 2_500;

    private readonly MonitorOptions _options;
    private readonly DriftChannel[] _features, _all;
    private readonly DriftChannel _score;
    private readonly Stretch _stretch;
    private double[] _importance = [];
    private long _since, _scoredSince, _next;
    private bool _recount;

    public DriftWatch(FeatureSchema schema, MonitorOptions options)
    {
        _options = options;
        _features = [.. schema.Features.Select((feature, index) => new DriftChannel(feature, index, options))];
        _score = new DriftChannel(new Feature("score", FeatureKind.Numeric, []), -1, options);
        _all = [.. _features, _score];
        _stretch = new Stretch(options.QualityStep);
    }

    public long CheckedAtRow { get; private set; } = -1;

    public MonitorChecks Checks { get; private set; }

    /// <summary>Another champion serves from this row on: what it was trained on is the reference now.</summary>
    public void Rebase(RowRing ring, long row, long trainedFrom, long trainedTo, FindingBook book, ReadOnlySpan<double> importance)
    {
        (_since, _scoredSince, _next) = (row, row, Math.Max(row, ring.First));
        _importance = importance.ToArray();
        EndAll(book, row, ring.Next - 1);
        var reference = GoodRows(ring, trainedFrom, Math.Min(trainedTo, ring.Next));
        // Most of its rows are no longer kept: the newest before it are the best that is known.
        if (reference.Count < _options.LeastReferenceRows || ring.First > trainedFrom + (trainedTo - trainedFrom) / 2)
            reference = GoodRows(ring, ring.Next - _options.ProfileRows, ring.Next);

        Rebase(_features, ring, reference);
        _score.Forget();
        _recount = true;
    }

    /// <summary>Rows were taken into quarantine or let out of it after they had been weighed.</summary>
    public void Recount() => _recount = true;

    /// <summary>Weighs the rows that data quality has had the time to look at twice.</summary>
    public void Pass(RowRing ring, FindingBook book)
    {
        var to = Math.Max(ring.First, ring.Next - 2L * _options.QualityStep);
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
                if (isCheck) TryEnd(channel, ring, book);
            }
            else if (channel.IsReached)
            {
                TryOpen(channel, ring, book);
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

    private void TryEnd(DriftChannel channel, RowRing ring, FindingBook book)
    {
        if (!channel.HasCalmedDown()) return;
        // The oldest row of the first calm window.
        var endedAt = ring.Next - (long)(channel.ChecksSinceCalm - 1) * _options.DriftStep - _options.DriftWindow;
        book.End(channel.Finding!, Math.Max(endedAt, channel.Finding!.Onset), ring.Next - 1);
        channel.Finding = null;
        channel.Calm();
    }

    // The evidence says that it is no chance; the effect, that it matters.
    private void TryOpen(DriftChannel channel, RowRing ring, FindingBook book)
    {
        var earliest = Math.Max(Math.Max(_next - OnsetReach, ring.First), SinceOf(channel));
        if (channel.Locate(ring, earliest, _next) is not { } found || found.Effect < _options.LeastPsi)
        {
            channel.Calm();
            return;
        }

        var row = ring.Next - 1;
        var (subject, origin) = channel.Name is null ? ("The model's score", "its first scores") : (channel.Name, "the training rows");
        var interval = found.OnsetFrom == found.OnsetTo ? "" : string.Create(CultureInfo.InvariantCulture, $" (between {found.OnsetFrom:N0} and {found.OnsetTo:N0})");
        channel.Finding = new DriftFinding(
            FindingIds.For(row, DriftFindingKind.DataDrift, channel.Name), row, DriftFindingKind.DataDrift, channel.Name, channel.Detector,
            found.Effect, _options.LeastPsi, found.Onset, Math.Max(earliest, _next - _options.DriftWindow), _next,
            string.Create(CultureInfo.InvariantCulture, $"{subject} moved away from {origin} at about row {found.Onset:N0}{interval}: {channel.Describe(found)}; stability index {found.Effect:F2}, {_options.LeastPsi:F2} counts as drift."))
        {
            OnsetFrom = found.OnsetFrom,
            OnsetTo = found.OnsetTo,
        };
        book.Add(channel.Finding);
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
        if (!_score.HasReference && GoodRows(ring, _scoredSince, to) is { Count: var scored } first && scored >= _options.ScoreReferenceRows)
        {
            Rebase([_score], ring, first);
            _scoredSince = to;
        }

        if (!_features[0].HasReference && GoodRows(ring, _since, to) is { Count: var served } rows && served >= _options.ScoreReferenceRows)
        {
            Rebase(_features, ring, rows);
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

    private void Rebase(DriftChannel[] channels, RowRing ring, List<long> reference)
    {
        var (values, times) = (new double[reference.Count], new long[reference.Count]);
        for (var i = 0; i < times.Length; i++) times[i] = ring.Time(reference[i]);
        foreach (var channel in channels)
        {
            for (var i = 0; i < values.Length; i++) values[i] = ring.Value(reference[i], channel.Index);
            var share = channel.Index < 0 ? FalseFindingShares.Score : FalseFindingShares.OfFeature(_importance, channel.Index, _features.Length);
            channel.Rebase(values, times, FalseFindingShares.RunLength(_options.FalseFindingBudget, share));
        }
    }

    private void EndAll(FindingBook book, long endedAt, long row)
    {
        foreach (var channel in _all)
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
