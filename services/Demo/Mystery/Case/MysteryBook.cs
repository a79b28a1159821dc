using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.Mystery.Case;

/// <summary>Every case of a classroom, kept across restarts. Safe from any thread.</summary>
/// <param name="file">Where it is kept; null for a book that is only in memory.</param>
internal sealed class MysteryBook(Checkpoint<MysteryPages>? file = null)
{
    private const int LinesKept = 500;

    private readonly Lock _gate = new();
    private List<MysteryCase> _cases = [.. file is not null && file.TryLoad(out var pages) ? pages.Cases : []];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<MysteryCase> Cases
    {
        get
        {
            lock (_gate) return [.. _cases];
        }
    }

    /// <summary>The newest case of a team; null where it had none.</summary>
    public MysteryCase? NewestOf(string team)
    {
        lock (_gate) return _cases.FindLast(one => one.Team == team);
    }

    /// <summary>The case of a team that is not revealed; null where there is none.</summary>
    public MysteryCase? OpenOf(string team) => NewestOf(team) is { IsOpen: true } open ? open : null;

    /// <summary>Begins a case.</summary>
    /// <returns>False where the team has an open one.</returns>
    public bool TryOpen(MysteryCase one)
    {
        lock (_gate)
        {
            if (_cases.Exists(other => other.Team == one.Team && other.IsOpen)) return false;
            _cases.Add(one);
            Save();
            return true;
        }
    }

    /// <summary>Changes the open case of a team; nothing where it has none.</summary>
    /// <returns>The case as it is now; null where there is none.</returns>
    public MysteryCase? Change(string team, Func<MysteryCase, MysteryCase> change)
    {
        lock (_gate)
        {
            var at = _cases.FindIndex(one => one.Team == team && one.IsOpen);
            if (at < 0) return null;
            _cases[at] = change(_cases[at]);
            Save();
            return _cases[at];
        }
    }

    /// <summary>Notes what was done, once: a message may come twice.</summary>
    public void Note(string team, MysteryLine line) => Change(team, one => one.Lines.Contains(line) || one.Lines.Count >= LinesKept ? one : one with { Lines = [.. one.Lines, line] });

    private void Save() => file?.Save(new MysteryPages(_cases));
}
