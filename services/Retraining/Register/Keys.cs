using System.Globalization;

namespace MonitoringDemo.Retraining.Register;

/// <summary>Under which name something received is remembered.</summary>
internal static class Keys
{
    public static string Finding(string id) => $"finding {id}";

    public static string Command(string updateId) => $"command {updateId}";

    public static string Applied(long sequence) => $"applied {sequence.ToString(CultureInfo.InvariantCulture)}";

    public static string Refused(long sequence) => $"refused {sequence.ToString(CultureInfo.InvariantCulture)}";
}
