using System.Text;

namespace MonitoringDemo.ServiceDefaults.Telemetry.OpenMetrics;

/// <summary>From the names and units of OpenTelemetry to those of Prometheus.</summary>
internal static class MetricNames
{
    private static readonly string[] _unitsInNames = ["seconds", "bytes", "ratio"];

    /// <summary><c>http.server.request.duration</c> becomes <c>http_server_request_duration</c>.</summary>
    public static string Sanitise(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetter(c) || c == ':' || (char.IsAsciiDigit(c) && result.Length > 0)) result.Append(c);
            else if (char.IsAsciiDigit(c)) result.Append('_').Append(c);
            else if (result.Length == 0 || result[^1] != '_') result.Append('_');
        }

        return result.ToString();
    }

    /// <summary>The unit's suffix, and the factor that leads to it.</summary>
    public static (string Suffix, double Scale) UnitOf(string unit, FamilyKind kind) => unit switch
    {
        // MassTransit counts in "each".
        "" or "ea" => ("", 1),
        "s" => ("seconds", 1),
        "ms" => ("seconds", 0.001),
        "us" => ("seconds", 0.000001),
        "ns" => ("seconds", 0.000000001),
        "By" => ("bytes", 1),
        "1" => (kind == FamilyKind.Gauge ? "ratio" : "", 1),
        _ when unit[0] == '{' => ("", 1),
        _ => (Sanitise(unit).Trim('_'), 1),
    };

    public static string WithUnit(string name, string suffix) =>
        suffix.Length == 0 || name.EndsWith("_" + suffix, StringComparison.Ordinal) ? name : $"{name}_{suffix}";

    /// <summary>The base unit that a name taken as it is already ends with.</summary>
    public static string UnitIn(string name) =>
        _unitsInNames.FirstOrDefault(unit => name.EndsWith("_" + unit, StringComparison.Ordinal)) ?? "";
}
