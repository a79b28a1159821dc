using System.Text.Json;

namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>What the registry's journal says of trainings and releases; the report names only what was promoted for the first time.</summary>
internal sealed class Journal
{
    private readonly Dictionary<int, (string Trigger, long To)> _versions = [];
    private readonly List<Served> _releases = [];
    private int? _serving;

    public int Trainings { get; private set; }

    public int Fitted { get; private set; }

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
                Trained(payload);
                break;
            case "training-ended":
                Trained(payload);
                break;
            case "release-applied":
                Released(payload.GetProperty("championVersion").GetInt32(), payload.GetProperty("fromRow").GetInt64());
                break;
        }
    }

    // A candidate that failed or was left out was not fitted; a version without experiments is one model.
    private void Trained(JsonElement payload)
    {
        var tried = payload.TryGetProperty("experiments", out var experiments) ? experiments.EnumerateArray().ToList() : [];
        Trainings++;
        Fitted += tried.Count == 0 ? 1 : tried.Count(each => !Has(each, "failure") && !Has(each, "leftOut"));
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

    private static bool Has(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
}
