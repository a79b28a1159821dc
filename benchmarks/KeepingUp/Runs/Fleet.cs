using System.Globalization;
using System.Text.Json;

namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>The fleet, through the command line that everybody has.</summary>
/// <param name="demo">The Demo's assembly.</param>
/// <param name="step">Rows between two moments at which the fleet comes to rest; null for the Demo's default.</param>
internal sealed class Fleet(string demo, int? step)
{
    private static readonly string[] Remedies = ["retrain", "restore", "replace"];

    public async Task<FleetResult> PlayAsync(Case played, string file, string folder, CancellationToken cancellation)
    {
        var (data, report) = (Path.Combine(folder, "fleet"), Path.Combine(folder, "report.json"));
        List<string> arguments =
        [
            demo, "replay", file, .. played.Options, "--warmup", Text(played.Warmup), "--delay", Text(played.Delay),
            "--seed", Text(played.Seed), "--data", data, "--json", report,
        ];
        if (step is { } rows) arguments.AddRange(["--step", Text(rows)]);
        await Started.RunAsync("dotnet", arguments, cancellation);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(report, cancellation));
        return Result(json.RootElement, Journal.Read(data));
    }

    private static FleetResult Result(JsonElement report, Journal journal)
    {
        var (accuracy, counts) = (report.GetProperty("accuracy"), report.GetProperty("counts"));
        return new FleetResult(
            accuracy.GetProperty("fleet").GetDouble(),
            accuracy.GetProperty("static").GetDouble(),
            Count(counts, "trainings"),
            Count(counts, "modelsTrained"),
            [.. report.GetProperty("findings").EnumerateArray().Select(Row).Order()],
            [.. report.GetProperty("decisions").EnumerateArray().Where(each => Remedies.Contains(each.GetProperty("action").GetString())).Select(Row).Order()],
            journal.Releases);
    }

    // A build of the Demo from before it counted them says nothing.
    private static int? Count(JsonElement counts, string name) => counts.TryGetProperty(name, out var count) ? count.GetInt32() : null;

    private static long Row(JsonElement element) => element.GetProperty("row").GetInt64();

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
