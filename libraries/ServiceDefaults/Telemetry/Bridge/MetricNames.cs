using System.Text;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Bridge;

/// <summary>From the names and units of OpenTelemetry to those of Prometheus.</summary>
internal static class MetricNames
{
    /// <summary><c>http.server.request.duration</c> becomes <c>http_server_request_duration</c>.</summary>
    public static string Sanitise(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetter(c) || (char.IsAsciiDigit(c) && result.Length > 0)) result.Append(c);
            else if (char.IsAsciiDigit(c)) result.Append('_').Append(c);
            else if (result.Length == 0 || result[^1] != '_') result.Append('_');
        }

        return result.Length == 0 ? "_" : result.ToString();
    }

    /// <summary>Of a tag. <c>le</c> is Prometheus' own.</summary>
    public static string Label(string tag) => Sanitise(tag) is var name && name == "le" ? "exported_le" : name;

    /// <summary>A help text that both formats read alike: one line, no quotation mark, backslashes doubled.</summary>
    public static string Help(string? text) =>
        (text ?? "").ReplaceLineEndings(" ").Replace('"', '\'').Replace("\\", "\\\\", StringComparison.Ordinal);

    /// <summary>The unit's suffix, and the divisor that leads to it.</summary>
    public static (string Suffix, double Divisor) UnitOf(string unit, FamilyKind kind) => unit switch
    {
        // MassTransit counts in "each".
        "" or "ea" => ("", 1),
        "s" => ("seconds", 1),
        "ms" => ("seconds", 1e3),
        "us" => ("seconds", 1e6),
        "ns" => ("seconds", 1e9),
        "By" => ("bytes", 1),
        "1" => (kind == FamilyKind.Gauge ? "ratio" : "", 1),
        _ when unit[0] == '{' => ("", 1),
        _ => (Sanitise(unit).Trim('_'), 1),
    };

    public static string WithUnit(string name, string suffix) =>
        suffix.Length == 0 || name.EndsWith("_" + suffix, StringComparison.Ordinal) ? name : $"{name}_{suffix}";
}
