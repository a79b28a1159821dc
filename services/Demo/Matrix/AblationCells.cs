using System.Text.Json;

namespace MonitoringDemo.Demo.Matrix;

/// <summary>What has been played, in memory and, where a file is named, in lines of JSON: what stands there is not played again.</summary>
/// <param name="path">The file; null for none.</param>
internal sealed class AblationCells(string? path)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Scenario, ulong Seed, string Part), AblationCell> _cells = Read(path);

    public AblationCell? Find(string scenario, ulong seed, string part)
    {
        lock (_gate) return _cells.GetValueOrDefault((scenario, seed, part));
    }

    public void Add(AblationCell cell)
    {
        lock (_gate)
        {
            _cells[(cell.Scenario, cell.Seed, cell.Part)] = cell;
            if (path is not null) File.AppendAllText(path, JsonSerializer.Serialize(cell) + "\n");
        }
    }

    /// <exception cref="UnusableInputException">A line is none of these; the last one may be cut off.</exception>
    private static Dictionary<(string, ulong, string), AblationCell> Read(string? path)
    {
        var cells = new Dictionary<(string, ulong, string), AblationCell>();
        if (path is null || !File.Exists(path)) return cells;
        var text = File.ReadAllText(path);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        if (whole.Length < text.Length) File.WriteAllText(path, whole);
        foreach (var line in whole.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                var cell = JsonSerializer.Deserialize<AblationCell>(line)!;
                cells[(cell.Scenario, cell.Seed, cell.Part)] = cell;
            }
            catch (JsonException e)
            {
                throw new UnusableInputException($"--keep {path}: '{line[..Math.Min(line.Length, 60)]}' is no result of an ablation ({e.Message.TrimEnd('.')}); delete the line or the file.", e);
            }
        }

        return cells;
    }
}
