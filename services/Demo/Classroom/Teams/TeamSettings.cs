using System.Globalization;
using System.Security.Cryptography;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.Security.People;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Traffic;

namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary>How the fleet of a team is hosted: whatever could lead out of it, or from one fleet to another, is off.</summary>
internal static class TeamSettings
{
    /// <summary>A secret of this fleet alone: nobody but the classroom sends it requests.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static FleetSettings Of(ClassroomPlan plan, string url, string data, string token) => new(url, data, Lockstep: false)
    {
        Seed = plan.Seed,
        Captured = new CapturedServer(FleetAddress.ToCall(url).ToString()),
        Options = new Dictionary<string, string?>(plan.Options)
        {
            [AccessToken.Variable] = token,
            [Roster.Variable] = "",
            [Roster.Variable + SecretSetting.FileSuffix] = "",
            // The environment may speak of a fleet of processes; this one is whole in itself.
            ["ConnectionStrings:RabbitMQ"] = "",
            ["ConnectionStrings:RabbitMQ" + SecretSetting.FileSuffix] = "",
            [Stores.RegistryKey] = "",
            [Stores.RegistryKey + SecretSetting.FileSuffix] = "",
            ["Log:Stream"] = "false",
            ["Telemetry:OwnOnly"] = "true",
            [$"{TrafficOptions.Section}:{nameof(TrafficOptions.Pace)}"] = plan.SongsPerSecond.ToString(CultureInfo.InvariantCulture),
            [$"{TrafficOptions.Section}:{nameof(TrafficOptions.OpeningScenario)}"] = "steady",
        },
    };
}
