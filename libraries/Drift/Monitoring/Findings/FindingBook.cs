namespace MonitoringDemo.Drift.Monitoring.Findings;

/// <summary>What holds, and what is new since the last report.</summary>
internal sealed class FindingBook
{
    private readonly List<DriftFinding> _open = [];
    private readonly List<DriftFinding> _found = [];
    private readonly List<FindingEnd> _ended = [];

    public IReadOnlyList<DriftFinding> Open => _open;

    public int News => _found.Count + _ended.Count;

    public void Add(DriftFinding finding)
    {
        _open.Add(finding);
        _found.Add(finding);
    }

    public void End(DriftFinding finding, long endedAtRow, long row)
    {
        _open.RemoveAll(open => open.Id == finding.Id);
        _ended.Add(new FindingEnd(finding, endedAtRow, row));
    }

    public DriftFinding? Find(string? id) => id is null ? null : _open.Find(open => open.Id == id);

    public (IReadOnlyList<DriftFinding> Found, IReadOnlyList<FindingEnd> Ended) Take()
    {
        if (_found.Count == 0 && _ended.Count == 0) return ([], []);
        _found.Sort(static (a, b) => (a.Row, a.Kind).CompareTo((b.Row, b.Kind)) is var order and not 0 ? order : string.CompareOrdinal(a.Feature, b.Feature));
        (DriftFinding[] found, FindingEnd[] ended) = ([.. _found], [.. _ended]);
        _found.Clear();
        _ended.Clear();
        return (found, ended);
    }

    public void Save(BinaryWriter writer)
    {
        Write(writer, _open);
        Write(writer, _found);
        writer.Write(_ended.Count);
        foreach (var end in _ended)
        {
            Write(writer, [end.Finding]);
            writer.Write(end.EndedAtRow);
            writer.Write(end.Row);
        }
    }

    public void Restore(BinaryReader reader)
    {
        _open.AddRange(Read(reader));
        _found.AddRange(Read(reader));
        for (var left = reader.ReadInt32(); left > 0; left--)
            _ended.Add(new FindingEnd(Read(reader)[0], reader.ReadInt64(), reader.ReadInt64()));
    }

    private static void Write(BinaryWriter writer, List<DriftFinding> findings)
    {
        writer.Write(findings.Count);
        foreach (var finding in findings)
        {
            writer.Write(finding.Id);
            writer.Write(finding.Row);
            writer.Write((int)finding.Kind);
            writer.Write(finding.Feature is not null);
            if (finding.Feature is not null) writer.Write(finding.Feature);
            writer.Write(finding.Detector);
            writer.Write(finding.Statistic);
            writer.Write(finding.Threshold);
            writer.Write(finding.Onset);
            writer.Write(finding.WindowFrom);
            writer.Write(finding.WindowTo);
            writer.Write(finding.Summary);
            writer.Write(finding.OnsetFrom);
            writer.Write(finding.OnsetTo);
            writer.Write(finding.IsExact);
        }
    }

    private static List<DriftFinding> Read(BinaryReader reader)
    {
        var findings = new List<DriftFinding>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            findings.Add(new DriftFinding(
                reader.ReadString(),
                reader.ReadInt64(),
                (DriftFindingKind)reader.ReadInt32(),
                reader.ReadBoolean() ? reader.ReadString() : null,
                reader.ReadString(),
                reader.ReadDouble(),
                reader.ReadDouble(),
                reader.ReadInt64(),
                reader.ReadInt64(),
                reader.ReadInt64(),
                reader.ReadString())
            {
                OnsetFrom = reader.ReadInt64(),
                OnsetTo = reader.ReadInt64(),
                IsExact = reader.ReadBoolean(),
            });
        }

        return findings;
    }
}
