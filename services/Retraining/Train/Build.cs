using System.Reflection;
using System.Runtime.InteropServices;

namespace MonitoringDemo.Retraining.Train;

/// <summary>What trains here: kept with each version, and compared when one is trained again.</summary>
internal static class Build
{
    /// <summary>The informational version of the program: its version and commit.</summary>
    public static string Code { get; } = typeof(Build).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>For instance <c>.NET 10.0.1 on linux-x64</c>.</summary>
    public static string Runtime { get; } = $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}";
}
