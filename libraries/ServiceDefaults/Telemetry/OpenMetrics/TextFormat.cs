using System.Globalization;
using System.Text;

namespace MonitoringDemo.ServiceDefaults.Telemetry.OpenMetrics;

/// <summary>Numbers, labels and help texts as both formats write them.</summary>
internal static class TextFormat
{
    public static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>A bucket's edge. OpenMetrics wants a point in it, so that every server writes the same label.</summary>
    public static string Edge(double value, ExpositionFormat format)
    {
        var text = Number(value);
        return format == ExpositionFormat.OpenMetrics && text.All(c => char.IsAsciiDigit(c) || c == '-') ? text + ".0" : text;
    }

    public static string Help(string text, ExpositionFormat format)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        return format == ExpositionFormat.OpenMetrics ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }

    public static void AppendLabel(StringBuilder labels, string name, object? value)
    {
        if (labels.Length > 0) labels.Append(',');
        labels.Append(LabelName(name)).Append("=\"");
        foreach (var c in Text(value))
        {
            switch (c)
            {
                case '\\': labels.Append("\\\\"); break;
                case '"': labels.Append("\\\""); break;
                case '\n': labels.Append("\\n"); break;
                default: labels.Append(c); break;
            }
        }

        labels.Append('"');
    }

    private static string LabelName(string name) => MetricNames.Sanitise(name).Replace(':', '_');

    private static string Text(object? value) => value switch
    {
        null => "",
        bool b => b ? "true" : "false",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
