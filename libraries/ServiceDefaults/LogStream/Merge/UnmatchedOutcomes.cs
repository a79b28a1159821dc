using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.ServiceDefaults.LogStream.Merge;

/// <summary>Outcomes whose rows have not come: a caller may tell one service what another has predicted, and that one's log may be later. Not thread-safe.</summary>
/// <param name="capacity">How many wait at most: an id may be made up.</param>
internal sealed class UnmatchedOutcomes(int capacity = 100_000)
{
    private readonly Dictionary<long, SortedDictionary<long, byte>> _byLog = [];
    private int _count;

    public IEnumerable<WaitingOutcome> All =>
        _byLog.SelectMany(log => log.Value.Select(outcome => new WaitingOutcome((log.Key * PredictionIds.RowsEach) + outcome.Key, outcome.Value)));

    /// <returns>False when there is no room for it.</returns>
    public bool Add(long id, byte label)
    {
        if (_count >= capacity) return false;
        var (number, row) = PredictionIds.Split(id);
        if (!_byLog.TryGetValue(number, out var rows)) _byLog[number] = rows = [];
        if (rows.TryAdd(row, label)) _count++;
        return true;
    }

    /// <summary>Takes those of one log whose rows have come by now, or never will.</summary>
    public IReadOnlyList<(long Row, byte Label)> Take(OriginLog log)
    {
        if (!_byLog.TryGetValue(log.Number, out var rows)) return [];
        var come = rows.TakeWhile(outcome => outcome.Key < log.NextRow).Select(outcome => (outcome.Key, outcome.Value)).ToList();
        foreach (var (row, _) in come) rows.Remove(row);
        _count -= come.Count;
        if (rows.Count == 0) _byLog.Remove(log.Number);
        return come;
    }
}
