using System.Text.Json;

namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>What the registry's journal says of releases; the report names only what was promoted for the first time.</summary>
internal sealed class Journal
{
    private readonly Dictionary<int, (string Trigger, long To)> _versions = [];
    private readonly List<Served> _releases = [];
    private int? _serving;

    public IReadOnlyList<Served> Releases => _releases;

    public static Journal Read(string dataDirectory)
    {
        var journal = new Journal();
        foreach (var line in File.ReadLines(Path.Combine(dataDirectory, "registry", "journal.jsonl")))
        {
            using var entry = JsonDocument.Parse(line);
            journal.Take(entry.RootElement.GetProperty("type").GetString()!, entry.RootElement.GetProperty("payload"));
        }

        return journal;
    }

    private void Take(string type, JsonElement payload)
    {
        switch (type)
        {
            case "version-registered":
                var version = payload.GetProperty("version");
                _versions[version.GetProperty("version").GetInt32()] = (version.GetProperty("trigger").GetString()!, version.GetProperty("trainedToRow").GetInt64());
                break;
            case "release-applied":
                Released(payload.GetProperty("championVersion").GetInt32(), payload.GetProperty("fromRow").GetInt64());
                break;
        }
    }

    private void Released(int version, long row)
    {
        if (_serving is not null && _serving != version)
        {
            var (trigger, to) = _versions[version];
            _releases.Add(new Served(row, version, trigger, to, version == 1 || _releases.Any(release => release.Version == version)));
        }

        _serving = version;
    }
}
