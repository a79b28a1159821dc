using System.Globalization;
using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>Looks at the newest rows for what is broken, and keeps them in quarantine while it lasts.</summary>
internal sealed class QualityWatch
{
    private readonly FeatureSchema _schema;
    private readonly MonitorOptions _options;
    private readonly IReadOnlyList<IDataQualityCheck> _checks;
    private readonly FeatureWatch[] _features;
    private readonly double[] _window, _weights;
    private int _goodRows;

    public QualityWatch(FeatureSchema schema, MonitorOptions options, IReadOnlyList<IDataQualityCheck> checks)
    {
        (_schema, _options, _checks) = (schema, options, checks);
        _features = [.. schema.Features.Select(feature => new FeatureWatch(feature, checks))];
        (_window, _weights) = (new double[options.QualityWindow], new double[options.QualityWindow]);
    }

    public bool IsAnythingBroken { get; private set; }

    /// <summary>Looks once.</summary>
    /// <returns>True when rows were taken into quarantine or let out of it.</returns>
    public bool Pass(RowRing ring, long historyEnd, FindingBook book)
    {
        if (!IsAnythingBroken && (_goodRows += _options.QualityStep) >= _options.ProfileRows / 2) Renew(ring, historyEnd);

        var changed = false;
        for (var f = 0; f < _features.Length; f++)
        {
            var watch = _features[f];
            changed |= watch.Finding is null ? TryOpen(f, watch, ring, book) : TryEnd(f, watch, ring, book);
        }

        return changed;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_goodRows);
        writer.Write(IsAnythingBroken);
        foreach (var feature in _features) feature.Save(writer);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        _goodRows = reader.ReadInt32();
        IsAnythingBroken = reader.ReadBoolean();
        foreach (var feature in _features) feature.Restore(reader, book);
    }

    /// <summary>History has ended: make a profile of it at the first look.</summary>
    public void Begin() => _goodRows = _options.ProfileRows;

    private bool TryOpen(int f, FeatureWatch watch, RowRing ring, FindingBook book)
    {
        if (watch.Profile.Rows == 0) return false;

        var newest = Gather(ring, f, Math.Max(ring.Next - _options.QualityStep, ring.First));
        var previous = ring.Holds(ring.Next - newest.Length - 1) ? ring.Value(ring.Next - newest.Length - 1, f) : double.NaN;
        var summary = BlockSummaries.Of(newest, previous, watch.Profile);
        if (!watch.Suspects(summary)) return false;

        var from = Math.Max(Math.Max(ring.Next - _options.QualityWindow, watch.WellSince), ring.First);
        var window = Gather(ring, f, from);
        var nothingBefore = from > ring.Next - _options.QualityWindow;
        if (watch.Explain(summary, window, nothingBefore, _weights) is not { } found) return false;

        var (feature, check) = (_schema.Features[f], _checks[found.Check]);
        var (onset, row) = (from + found.From, ring.Next - 1);
        var what = check.Describe(watch.Profile, found.Hypothesis, window[found.From..]);
        var finding = new DriftFinding(
            FindingIds.For(row, DriftFindingKind.DataQuality, feature.Name), row, DriftFindingKind.DataQuality, feature.Name,
            check.Name, found.Evidence, found.Needed, onset, from, ring.Next,
            string.Create(CultureInfo.InvariantCulture, $"{feature.Name} is broken since row {onset:N0}: {what}."));
        watch.Break(found, finding);
        book.Add(finding);
        IsAnythingBroken = true;
        for (var r = onset; r < ring.Next; r++) ring.Flags(r) |= RowFlags.Quarantined;
        return true;
    }

    private bool TryEnd(int f, FeatureWatch watch, RowRing ring, FindingBook book)
    {
        var from = Math.Max(Math.Max(ring.Next - _options.QualityWindow, watch.Finding!.Onset), ring.First);
        var end = watch.FindEnd(Gather(ring, f, from), _weights);
        if (end < 0) return false;

        book.End(watch.Finding, from + end, ring.Next - 1);
        watch.Mend(from + end);
        IsAnythingBroken = false;
        var stillFrom = long.MaxValue;
        foreach (var other in _features)
        {
            if (other.Finding is { } open) (IsAnythingBroken, stillFrom) = (true, Math.Min(stillFrom, open.Onset));
        }

        for (var row = from + end; row < Math.Min(ring.Next, stillFrom); row++) ring.Flags(row) &= ~RowFlags.Quarantined;
        return true;
    }

    private ReadOnlySpan<double> Gather(RowRing ring, int feature, long from)
    {
        var window = _window.AsSpan(0, (int)(ring.Next - from));
        ring.Gather(feature, from, window);
        return window;
    }

    /// <summary>What is well is what was good lately, but not so lately that a break may hide in it.</summary>
    private void Renew(RowRing ring, long historyEnd)
    {
        var to = Math.Max(ring.Next - _options.QualityWindow, Math.Min(historyEnd, ring.Next));
        var (from, good) = (to, 0);
        while (from > ring.First && good < _options.ProfileRows)
        {
            if (ring.IsGood(--from)) good++;
        }

        if (good < _options.LeastProfileRows) return;

        _goodRows = 0;
        foreach (var feature in _features) feature.Profile.Clear();
        for (var row = from; row < to; row++)
        {
            if (!ring.IsGood(row)) continue;
            var values = ring.Row(row);
            for (var f = 0; f < _features.Length; f++) _features[f].Profile.Add(values[f]);
        }

        foreach (var feature in _features)
        {
            feature.Profile.Complete();
            feature.ProfileRenewed();
        }
    }
}
