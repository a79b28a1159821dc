using System.Text.Json;

namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>The outcomes as JSON, for whoever wants to look closer than the table.</summary>
internal static class OutcomeJson
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public static string Write(IEnumerable<Outcome> outcomes) => JsonSerializer.Serialize(outcomes.Select(Told), Format) + "\n";

    private static object Told(Outcome outcome) => new
    {
        outcome.Played.Stream,
        outcome.Played.Seed,
        outcome.Played.Rows,
        outcome.Played.Warmup,
        outcome.Played.Delay,
        outcome.Played.Changes,
        outcome.Fleet,
        Schedules = outcome.Peers,
        FleetSeconds = outcome.FleetTook.TotalSeconds,
    };
}
