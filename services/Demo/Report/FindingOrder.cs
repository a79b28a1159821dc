using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Demo.Report;

/// <summary>The findings of a run in the order of the report, and the way from an id to a position.</summary>
internal sealed class FindingOrder
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    public FindingOrder(IEnumerable<FindingsReported> messages)
    {
        Findings =
        [
            .. messages.SelectMany(m => m.Findings)
                .DistinctBy(f => f.Id)
                .OrderBy(f => f.Row)
                .ThenBy(f => f.Kind, StringComparer.Ordinal)
                .ThenBy(f => f.Feature, StringComparer.Ordinal)
                .ThenBy(f => f.Id, StringComparer.Ordinal),
        ];
        for (var i = 0; i < Findings.Count; i++)
            _positions.Add(Findings[i].Id, i);
    }

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The positions of some findings, ascending; unknown ids are left out.</summary>
    public IReadOnlyList<int> PositionsOf(IEnumerable<string> ids) =>
        [.. ids.Where(_positions.ContainsKey).Select(id => _positions[id]).Order()];

    /// <summary>For each finding the first row that was well again, or null while it holds.</summary>
    public IReadOnlyList<long?> ClearedAt(IEnumerable<FindingsCleared> messages)
    {
        var cleared = new long?[Findings.Count];
        foreach (var end in messages.SelectMany(m => m.Cleared))
        {
            if (_positions.TryGetValue(end.FindingId, out var position))
                cleared[position] = end.EndedAtRow;
        }

        return cleared;
    }
}
