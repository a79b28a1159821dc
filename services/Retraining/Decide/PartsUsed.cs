namespace MonitoringDemo.Retraining.Decide;

/// <summary>Which rows of the policy have wanted something, and which gates have refused somebody, since the service began. Safe from any thread.</summary>
public sealed class PartsUsed
{
    private readonly Lock _gate = new();
    private readonly SortedSet<string> _rows = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _gates = new(StringComparer.Ordinal);

    /// <summary>Names as in <see cref="PolicyParts.Rows"/>.</summary>
    public IReadOnlyList<string> Rows
    {
        get
        {
            lock (_gate) return [.. _rows];
        }
    }

    /// <summary>Names as in <see cref="PolicyParts.Gates"/>.</summary>
    public IReadOnlyList<string> Gates
    {
        get
        {
            lock (_gate) return [.. _gates];
        }
    }

    internal void Wanted(IRule row)
    {
        lock (_gate) _rows.Add(PolicyParts.NameOf(row));
    }

    internal void Refused(string gate)
    {
        lock (_gate) _gates.Add(gate);
    }
}
