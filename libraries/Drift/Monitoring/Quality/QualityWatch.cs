using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring.Quality;

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
    private readonly RowsOutOfUse _outOfUse;
    private readonly SpellWatch _spells;
    private readonly Acceptance _acceptance;
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
        _features = [.. _profiles.All.Select(profile => new FeatureWatch(profile, _checks))];
        _rows = new RowQualityWatch(schema, options, rowChecks, _profiles.All);
        _outOfUse = new RowsOutOfUse(_features, _rows);
        _spells = new SpellWatch(_profiles.All, options);
        _acceptance = new Acceptance(schema, options, _features, _profiles, _rows);
        (_window, _weights) = (new double[options.QualityWindow], new double[options.QualityWindow]);
        _newest = new NewestValues(_profiles, options.QualityStep);
        _good = new GoodRows(options);
        _broken = new bool[schema.Count];
        var hypotheses = schema.Count * checks.Sum(check => check.Hypotheses) + _rows.Hypotheses;
        _least = FalseFindings.Needed(budget, options.QualityStep, Math.Max(1, hypotheses));
    }

    public bool IsAnythingBroken => _outOfUse.Any;

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
            if (!mattered && watch.DoesHarm) _outOfUse.TakeIn(ring, watch.Finding!.Onset);
        }

        _outOfUse.Recount();
    }

    /// <summary>What was found broken under this name is well as it is.</summary>
    public void Accept(RowRing ring, string what, FindingBook book)
    {
        _acceptance.Accept(ring, what, book);
        MarkBroken();
        _outOfUse.Recount();
    }

    /// <summary>Looks once.</summary>
    /// <returns>True when rows were taken into quarantine or let out of it.</returns>
    public bool Pass(RowRing ring, long historyEnd, FindingBook book)
    {
        if (!IsAnythingBroken && (_goodRows += _options.QualityStep) >= _options.ProfileRows / 2) Renew(ring, historyEnd);
        if (_rows.Profile.Rows == 0) return false;

        var changed = PassRows(ring, book, afterFeatures: false);
        _spells.Take(ring, _newest.Summaries);
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
        _profiles.Save(writer);
        foreach (var feature in _features) feature.Save(writer);
        _rows.Save(writer);
        _spells.Save(writer);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        _goodRows = reader.ReadInt32();
        _profiles.Restore(reader);
        foreach (var feature in _features) feature.Restore(reader, book);
        MarkBroken();
        _rows.Restore(reader, book);
        _spells.Restore(reader);
        _outOfUse.Recount();
    }

    /// <summary>History has ended: make a profile of it at the first look.</summary>
    public void Begin() => _goodRows = _options.ProfileRows;

    /// <summary>Asks the checks of whole rows; before those of features the newest values of every column are counted.</summary>
    private bool PassRows(RowRing ring, FindingBook book, bool afterFeatures)
    {
        if (!afterFeatures) _newest.Summarise(ring);
        _rows.Pass(ring, book, _newest.Summaries, afterFeatures, _broken, _least, out var opened, out var ended);
        if (opened < long.MaxValue) _outOfUse.TakeIn(ring, opened);
        if (ended.Watch is not { } mended) return opened < long.MaxValue;

        for (var f = 0; f < _features.Length; f++)
        {
            if (mended.Check.Explains(_rows.Profile, mended.Hypothesis, f)) _features[f].BeWellSince(ended.Row);
        }

        _outOfUse.LetOut(ring, ended.Row);
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
        if (watch.Matters) _outOfUse.TakeIn(ring, finding.Onset);
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
            _outOfUse.LetOut(ring, from + end);
            return true;
        }

        // Its rows were good for the others, and may be in the next profile but for this feature.
        _profiles.KeepUntil(f, from + end);
        return false;
    }

    private void MarkBroken()
    {
        for (var f = 0; f < _features.Length; f++) _broken[f] = _features[f].Finding is not null;
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
        _spells.Renew(ring.Next);
        foreach (var feature in _features) feature.ProfileRenewed();
        _rows.Learn(ring, _good.Stretches);
    }
}
