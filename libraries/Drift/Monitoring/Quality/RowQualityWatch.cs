using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring.Quality;

/// <summary>The data quality of whole rows: every check of them, and what they were like when all was well.</summary>
internal sealed class RowQualityWatch
{
    private const int MostSuspected = 64;

    private readonly FeatureSchema _schema;
    private readonly MonitorOptions _options;
    private readonly RowWatch[] _watches;
    private readonly RowBuffers _buffers;
    private readonly double[] _weights;
    private readonly bool[] _repeats;
    private readonly long[] _times;
    private readonly int[] _suspected = new int[MostSuspected];

    public RowQualityWatch(FeatureSchema schema, MonitorOptions options, IReadOnlyList<IRowQualityCheck> checks, IReadOnlyList<FeatureProfile> features)
    {
        (_schema, _options) = (schema, options);
        Profile = new RowProfile([.. features]);
        _watches = [.. checks.OrderBy(check => check.Rank).ThenBy(check => check.Name, StringComparer.Ordinal).Select(check => new RowWatch(check, Profile))];
        _buffers = new RowBuffers(schema.Count, options.QualityWindow);
        (_weights, _repeats, _times) = (new double[options.QualityWindow], new bool[options.ProfileRows], new long[options.ProfileRows]);
    }

    public RowProfile Profile { get; }

    /// <summary>How many hypotheses are weighed.</summary>
    public int Hypotheses => _watches.Sum(watch => watch.Check.Hypotheses(Profile));

    /// <summary>The earliest row that an open finding covers; <see cref="long.MaxValue"/> when none is open.</summary>
    public long BrokenSince
    {
        get
        {
            var since = long.MaxValue;
            foreach (var watch in _watches)
            {
                if (watch.Finding is { } open) since = Math.Min(since, open.Onset);
            }

            return since;
        }
    }

    /// <summary>Whether an open finding says what is wrong with a column.</summary>
    public bool Explains(int column)
    {
        foreach (var watch in _watches)
        {
            if (watch.Finding is not null && watch.Check.Explains(Profile, watch.Hypothesis, column)) return true;
        }

        return false;
    }

    /// <summary>Ends what the data's owner says is well.</summary>
    /// <param name="what">The feature that a finding names, or its detector.</param>
    /// <returns>What has ended.</returns>
    public IReadOnlyList<(RowWatch Watch, DriftFinding Finding)> Accept(RowRing ring, string what, FindingBook book)
    {
        var ended = new List<(RowWatch, DriftFinding)>();
        foreach (var watch in _watches)
        {
            if (watch.Finding is not { } finding || (what != finding.Feature && what != finding.Detector)) continue;
            book.End(finding, ring.Next, ring.Next - 1);
            watch.Mend(ring.Next);
            ended.Add((watch, finding));
            var from = Math.Max(Math.Max(finding.Onset, ring.First), ring.Next - _options.ProfileRows);
            Learn(ring, [(from, (int)(ring.Next - from))]);
        }

        return ended;
    }

    /// <summary>Learns from good rows.</summary>
    public void Learn(RowRing ring, IReadOnlyList<(long From, int Count)> stretches)
    {
        var (rows, compared) = (0, 0L);
        for (var i = 0; i < stretches.Count; i++)
        {
            var (from, count) = stretches[i];
            ring.GatherRepeats(from, _repeats.AsSpan(rows, count));
            ring.GatherTimes(from, _times.AsSpan(rows, count));
            for (var row = from; row < from + count; row++) compared += Math.Min(row - ring.First, RecentRows.Reach);
            rows += count;
        }

        Profile.Learn(_repeats.AsSpan(0, rows), (double)compared / RecentRows.Reach / Math.Max(1, rows), _times.AsSpan(0, rows));
        foreach (var watch in _watches) watch.ProfileRenewed();
    }

    /// <summary>Looks once, with the checks that come before the features' own or with those that come after.</summary>
    /// <param name="summaries">The newest values of each column.</param>
    /// <param name="afterFeatures">Which of the checks.</param>
    /// <param name="isColumnBroken">Which columns are known to be broken by themselves.</param>
    /// <param name="least">No finding with less evidence, in nats.</param>
    /// <param name="opened">The first row of what was found.</param>
    /// <param name="ended">The first row after what is over, and whose it was.</param>
    public void Pass(
        RowRing ring, FindingBook book, ReadOnlySpan<BlockSummary> summaries, bool afterFeatures, ReadOnlySpan<bool> isColumnBroken, double least,
        out long opened, out (long Row, RowWatch? Watch) ended)
    {
        (opened, ended) = (long.MaxValue, (0, null));
        if (Profile.Rows == 0) return;

        if (!afterFeatures) _buffers.Count(ring, _options.QualityStep);
        var newest = _buffers.Newest(summaries);
        foreach (var watch in _watches)
        {
            if (watch.Check.Rank > 0 != afterFeatures) continue;
            if (watch.Finding is not null)
            {
                if (TryEnd(watch, ring, book, out var row)) ended = (row, watch);
            }
            else if (watch.Applies && !(afterFeatures && isColumnBroken.Contains(true))
                && TryOpen(watch, ring, book, newest, isColumnBroken, least))
            {
                opened = Math.Min(opened, watch.Finding!.Onset);
            }
        }
    }

    public void Save(BinaryWriter writer)
    {
        Profile.Save(writer);
        foreach (var watch in _watches) watch.Save(writer);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        Profile.Restore(reader);
        foreach (var watch in _watches) watch.Restore(reader, book);
    }

    private bool TryOpen(RowWatch watch, RowRing ring, FindingBook book, in RowBlock newest, ReadOnlySpan<bool> isColumnBroken, double least)
    {
        var suspected = _suspected.AsSpan(0, watch.Check.Suspects(Profile, newest, _suspected));
        suspected = suspected[..WithoutBrokenColumns(watch.Check, suspected, isColumnBroken)];
        if (suspected.IsEmpty) return false;

        var from = Math.Max(Math.Max(ring.Next - _options.QualityWindow, watch.WellSince), ring.First);
        var window = _buffers.Window(ring, from);
        var nothingBefore = from > ring.Next - _options.QualityWindow;
        if (watch.Explain(suspected, window, nothingBefore, least, _weights) is not { } found) return false;

        var column = watch.Check.ColumnOf(Profile, found.Hypothesis);
        var what = watch.Check.Describe(Profile, found.Hypothesis, window.From(found.From));
        var finding = QualityFindings.Of(found, watch.Check.Name, column < 0 ? null : _schema.Features[column].Name, "Rows are", what, from, ring.Next);
        watch.Break(found, finding, window);
        book.Add(finding);
        return true;
    }

    /// <summary>What is wrong with a column by itself is not blamed on it a second time.</summary>
    private int WithoutBrokenColumns(IRowQualityCheck check, Span<int> suspected, ReadOnlySpan<bool> isColumnBroken)
    {
        var kept = 0;
        foreach (var hypothesis in suspected)
        {
            var taken = false;
            for (var column = 0; column < isColumnBroken.Length && !taken; column++)
                taken = isColumnBroken[column] && check.Explains(Profile, hypothesis, column);
            if (!taken) suspected[kept++] = hypothesis;
        }

        return kept;
    }

    private bool TryEnd(RowWatch watch, RowRing ring, FindingBook book, out long endedAtRow)
    {
        var from = Math.Max(Math.Max(ring.Next - _options.QualityWindow, watch.Finding!.Onset), ring.First);
        var end = watch.FindEnd(_buffers.Window(ring, from), from, _weights);
        endedAtRow = from + end;
        if (end < 0) return false;

        book.End(watch.Finding, endedAtRow, ring.Next - 1);
        watch.Mend(endedAtRow);
        return true;
    }
}
