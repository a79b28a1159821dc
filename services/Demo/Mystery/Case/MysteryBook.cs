using System.Globalization;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.Mystery.Case;

/// <summary>Every case of a classroom, each kept in a file of its own across restarts. Safe from any thread.</summary>
internal sealed class MysteryBook
{
    private const int LinesKept = 500;

    private readonly Lock _gate = new();
    private readonly string? _directory;
    private readonly List<MysteryCase> _cases;

    /// <param name="directory">Where they are kept; null for a book that is only in memory.</param>
    /// <exception cref="DamagedCheckpointException">A file cannot be read.</exception>
    public MysteryBook(string? directory = null)
    {
        _directory = directory;
        var files = directory is not null && Directory.Exists(directory) ? Directory.GetFiles(directory, "*.json").Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        _cases = [.. files.Select(file => new Checkpoint<MysteryCase>(file).TryLoad(out var one) ? one : null).OfType<MysteryCase>()];
    }

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
            Save(_cases.Count - 1);
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
            var changed = change(_cases[at]);
            if (ReferenceEquals(changed, _cases[at])) return changed;
            _cases[at] = changed;
            Save(at);
            return changed;
        }
    }

    /// <summary>Notes what was done, once: a message may come twice.</summary>
    public void Note(string team, MysteryLine line) => Change(team, one => one.Lines.Contains(line) || one.Lines.Count >= LinesKept ? one : one with { Lines = [.. one.Lines, line] });

    // Numbered, so that they are read in the order in which they were opened.
    private void Save(int at)
    {
        if (_directory is null) return;
        new Checkpoint<MysteryCase>(Path.Combine(_directory, string.Create(CultureInfo.InvariantCulture, $"{at:000000}.json"))).Save(_cases[at]);
    }
}
