using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>Looks at the newest rows for what is broken, and keeps them in quarantine while it lasts.</summary>
internal sealed class QualityWatch
{
    /// <summary>An onset is at most so many rows ahead of the likeliest one, and never behind the first broken row.</summary>
    public const int EarliestOnset = 25;

    private readonly FeatureSchema _schema;
    private readonly MonitorOptions _options;
    private readonly IDataQualityCheck[] _checks;
    private readonly FeatureWatch[] _features;
    private readonly RowQualityWatch _rows;
    private readonly FeatureProfiles _profiles;
    private readonly NewestValues _newest;
    private readonly double[] _window, _weights;
    private readonly bool[] _broken;
    private long _spelledTo;
    private readonly GoodRows _good;
    private readonly double _least;
    private int _goodRows;

    /// <summary>Begins with no profile of what is well.</summary>
    /// <param name="budget">The probability of any false finding of all quality checks in <see cref="FalseFindings.PerRows"/> rows.</param>
    public QualityWatch(
        FeatureSchema schema, MonitorOptions options, IReadOnlyList<IDataQualityCheck> checks, IReadOnlyList<IRowQualityCheck> rowChecks, double budget)
    {
        (_schema, _options, _checks) = (schema, options, [.. checks]);
        _profiles = new FeatureProfiles(schema, options);
        _features = [.. _profiles.All.Select(profile => new FeatureWatch(profile, _checks, options.QualityWindow))];
        _rows = new RowQualityWatch(schema, options, rowChecks, _profiles.All);
        (_window, _weights) = (new double[options.QualityWindow], new double[options.QualityWindow]);
        _newest = new NewestValues(_profiles, options.QualityStep);
        _good = new GoodRows(options);
        _broken = new bool[schema.Count];
        var hypotheses = schema.Count * checks.Sum(check => check.Hypotheses) + _rows.Hypotheses;
        _least = FalseFindings.Needed(budget, options.QualityStep, Math.Max(1, hypotheses));
    }

    public bool IsAnythingBroken { get; private set; }

    /// <summary>Whether a feature is broken and its rows are used all the same.</summary>
    public bool IsTolerated(int feature) => _broken[feature] && !_features[feature].Matters;

    /// <summary>Another champion serves: rows in which a feature is broken that hardly moves its scores may be used.</summary>
    /// <param name="importance">Each feature's share; empty when it is not known, and then every feature matters.</param>
    public void Weigh(RowRing ring, ReadOnlySpan<double> importance)
    {
        for (var f = 0; f < _features.Length; f++)
        {
            var watch = _features[f];
            var mattered = watch.Matters;
            watch.Matters = importance.IsEmpty || importance[f] >= _options.LeastImportance;
            if (!mattered && watch.DoesHarm) TakeIn(ring, Math.Max(ring.First, watch.Finding!.Onset));
        }

        IsAnythingBroken = HarmedFrom() < long.MaxValue;
    }

    /// <summary>The owner of the data says that a feature, or what a check of whole rows found, is well as it is: the finding ends, and present values are the measure from now on.</summary>
    /// <param name="what">The feature's name, or the detector of a finding about whole rows.</param>
    public void Accept(RowRing ring, string what, FindingBook book)
    {
        for (var f = 0; f < _features.Length; f++)
        {
            var watch = _features[f];
            if (watch.Finding is not { } finding || _schema.Features[f].Name != what) continue;
            book.End(finding, ring.Next, ring.Next - 1);
            watch.Mend(ring.Next);
            AcceptValues(ring, f, finding.Onset);
        }

        foreach (var (watch, finding) in _rows.Accept(ring, what, book))
        {
            for (var f = 0; f < _features.Length; f++)
            {
                if (watch.Check.Explains(_rows.Profile, watch.Hypothesis, f)) AcceptValues(ring, f, finding.Onset);
            }
        }

        LetOut(ring, ring.Next);
    }

    /// <summary>Looks once.</summary>
    /// <returns>True when rows were taken into quarantine or let out of it.</returns>
    public bool Pass(RowRing ring, long historyEnd, FindingBook book)
    {
        if (!IsAnythingBroken && (_goodRows += _options.QualityStep) >= _options.ProfileRows / 2) Renew(ring, historyEnd);
        if (_rows.Profile.Rows == 0) return false;

        var changed = PassRows(ring, book, afterFeatures: false);
        TakeSpells(ring);
        for (var f = 0; f < _features.Length; f++)
        {
            var watch = _features[f];
            changed |= watch.Finding is null ? TryOpen(f, watch, ring, book) : TryEnd(f, watch, ring, book);
            _broken[f] = watch.Finding is not null;
        }

        return PassRows(ring, book, afterFeatures: true) | changed;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_goodRows);
        writer.Write(_spelledTo);
        writer.Write(IsAnythingBroken);
        _profiles.Save(writer);
        foreach (var feature in _features) feature.Save(writer);
        _rows.Save(writer);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        (_goodRows, _spelledTo) = (reader.ReadInt32(), reader.ReadInt64());
        IsAnythingBroken = reader.ReadBoolean();
        _profiles.Restore(reader);
        foreach (var feature in _features) feature.Restore(reader, book);
        for (var f = 0; f < _features.Length; f++) _broken[f] = _features[f].Finding is not null;
        _rows.Restore(reader, book);
    }

    /// <summary>History has ended: make a profile of it at the first look.</summary>
    public void Begin() => _goodRows = _options.ProfileRows;

    /// <summary>Asks the checks of whole rows; before those of features the newest values of every column are counted.</summary>
    private bool PassRows(RowRing ring, FindingBook book, bool afterFeatures)
    {
        if (!afterFeatures) _newest.Summarise(ring);
        _rows.Pass(ring, book, _newest.Summaries, afterFeatures, _broken, _least, out var opened, out var ended);
        if (opened < long.MaxValue) TakeIn(ring, opened);
        if (ended.Watch is not { } mended) return opened < long.MaxValue;

        for (var f = 0; f < _features.Length; f++)
        {
            if (mended.Check.Explains(_rows.Profile, mended.Hypothesis, f)) _features[f].BeWellSince(ended.Row);
        }

        LetOut(ring, ended.Row);
        return true;
    }

    private bool TryOpen(int f, FeatureWatch watch, RowRing ring, FindingBook book)
    {
        if (watch.Profile.Rows == 0) return false;

        ref readonly var summary = ref _newest.Summaries[f];
        if (!watch.Suspects(summary) || _rows.Explains(f)) return false;

        var from = Math.Max(Math.Max(ring.Next - _options.QualityWindow, watch.WellSince), ring.First);
        var window = Gather(ring, f, from);
        var nothingBefore = from > ring.Next - _options.QualityWindow;
        if (watch.Explain(summary, window, nothingBefore, _least, _weights) is not { } found) return false;

        var (feature, check) = (_schema.Features[f].Name, _checks[found.Check]);
        var what = check.Describe(watch.Profile, found.Hypothesis, window[found.From..]);
        var finding = QualityFindings.Of(found, check.Name, feature, $"{feature} is", what, from, ring.Next) with { IsExact = watch.IsExact(found.Check) };
        watch.Break(found, finding);
        book.Add(finding);
        if (watch.Matters) TakeIn(ring, finding.Onset);
        return watch.Matters;
    }

    private bool TryEnd(int f, FeatureWatch watch, RowRing ring, FindingBook book)
    {
        var from = Math.Max(Math.Max(ring.Next - _options.QualityWindow, watch.Finding!.Onset), ring.First);
        var end = watch.FindEnd(Gather(ring, f, from), _weights);
        if (end < 0) return false;

        book.End(watch.Finding, from + end, ring.Next - 1);
        watch.Mend(from + end);
        if (watch.Matters)
        {
            LetOut(ring, from + end);
            return true;
        }

        // Its rows were good for the others, and may be in the next profile but for this feature.
        _profiles.KeepUntil(f, from + end);
        return false;
    }

    private void TakeIn(RowRing ring, long onset)
    {
        IsAnythingBroken = true;
        for (var row = onset; row < ring.Next; row++) ring.Flags(row) |= RowFlags.Quarantined;
    }

    /// <summary>Rows from this one on are well, unless another finding covers them.</summary>
    private void LetOut(RowRing ring, long well)
    {
        var stillFrom = HarmedFrom();
        IsAnythingBroken = stillFrom < long.MaxValue;
        for (var row = well; row < Math.Min(ring.Next, stillFrom); row++) ring.Flags(row) &= ~RowFlags.Quarantined;
    }

    private long HarmedFrom()
    {
        var from = _rows.BrokenSince;
        foreach (var watch in _features)
        {
            if (watch.DoesHarm) from = Math.Min(from, watch.Finding!.Onset);
        }

        return from;
    }

    private void AcceptValues(RowRing ring, int f, long onset)
    {
        var from = Math.Max(Math.Max(onset, ring.First), ring.Next - _options.ProfileRows);
        var values = new double[ring.Next - from];
        ring.Gather(f, from, values);
        _profiles.Accept(f, values, ring.Next);
        _features[f].BeWellSince(ring.Next);
        _features[f].ProfileRenewed(ring.Next);
        _broken[f] = false;
    }

    /// <summary>At the first look all that is kept of history.</summary>
    private void TakeSpells(RowRing ring)
    {
        var (from, first) = (Math.Max(_spelledTo, ring.First), _spelledTo == 0);
        var values = first ? new double[ring.Next - from] : _window.AsSpan(0, (int)(ring.Next - from));
        for (var f = 0; f < _features.Length; f++)
        {
            if (!first && !_features[f].MayBeInSpell(_newest.Summaries[f])) continue;
            ring.Gather(f, from, values);
            _features[f].TakeSpells(values, from);
        }

        _spelledTo = ring.Next;
    }

    private ReadOnlySpan<double> Gather(RowRing ring, int feature, long from)
    {
        var window = _window.AsSpan(0, (int)(ring.Next - from));
        ring.Gather(feature, from, window);
        return window;
    }

    private void Renew(RowRing ring, long historyEnd)
    {
        if (!_good.Find(ring, historyEnd)) return;

        _goodRows = 0;
        _profiles.Learn(ring, _good, _broken);
        foreach (var feature in _features) feature.ProfileRenewed(ring.Next);
        _rows.Learn(ring, _good.Stretches);
    }
}
