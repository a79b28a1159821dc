namespace MonitoringDemo.ServiceDefaults.LogStream.Merge;

/// <summary>Which rows of one log stand where in the merged one: rows that follow each other on both sides are one entry. Not thread-safe.</summary>
internal sealed class RowRuns
{
    private readonly List<(long Row, long At, long Count)> _runs = [];

    /// <summary>Takes note of rows.</summary>
    /// <param name="row">The first one, in the log that it was written in.</param>
    /// <param name="at">The same in the merged log.</param>
    /// <param name="count">How many.</param>
    public void Add(long row, long at, long count)
    {
        if (count == 0) return;
        var index = After(row);
        if (index > 0 && _runs[index - 1] is var before && before.Row + before.Count == row && before.At + before.Count == at)
            _runs[index - 1] = before with { Count = before.Count + count };
        else
            _runs.Insert(index, (row, at, count));
    }

    /// <returns>False when the row is not known, or no longer.</returns>
    public bool TryFind(long row, out long at)
    {
        at = -1;
        if (After(row) is var index && index == 0) return false;
        var run = _runs[index - 1];
        if (row >= run.Row + run.Count) return false;
        at = run.At + (row - run.Row);
        return true;
    }

    /// <summary>Lets go of rows that are no longer in the merged log.</summary>
    public void Forget(long beforeAt) => _runs.RemoveAll(run => run.At + run.Count <= beforeAt);

    /// <summary>The first entry that begins behind a row.</summary>
    private int After(long row)
    {
        var (low, high) = (0, _runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_runs[middle].Row <= row) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
