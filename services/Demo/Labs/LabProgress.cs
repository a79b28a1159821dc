using System.Text.Json;

namespace MonitoringDemo.Demo.Labs;

/// <summary>What the check remembers between two calls: the step that failed last, and how many hints were given for each.</summary>
internal sealed class LabProgress
{
    private const string FileName = ".progress.json";
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The first step that did not work at the last check; null when all did, or none was made.</summary>
    public string? FailedStep { get; set; }

    /// <summary>Whether all steps worked at the last check.</summary>
    public bool Passed { get; set; }

    /// <summary>Hints given, by step.</summary>
    public Dictionary<string, int> HintsGiven { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What was remembered in a participant's folder; nothing where the file is not there or cannot be read, for it is only a memory.</summary>
    public static LabProgress Read(string work)
    {
        try
        {
            return JsonSerializer.Deserialize<LabProgress>(File.ReadAllText(Path.Combine(work, FileName)), Format) ?? new LabProgress();
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return new LabProgress();
        }
    }

    public void Write(string work) => File.WriteAllText(Path.Combine(work, FileName), JsonSerializer.Serialize(this, Format));

    /// <summary>The number of the hint to show, from 1 on.</summary>
    /// <param name="step">The step in question.</param>
    /// <param name="next">True for one more than before, false for the one that was given last.</param>
    public int HintFor(string step, bool next)
    {
        var given = HintsGiven.GetValueOrDefault(step);
        var hint = Math.Clamp(next ? given + 1 : given, 1, LabText.HintsOfAStep);
        HintsGiven[step] = hint;
        return hint;
    }
}
