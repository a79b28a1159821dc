using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringDemo.Demo.Report;

/// <summary>Writes and reads the report as JSON: fields in their declared order, camelCase, doubles that read back exactly.</summary>
public static class ReportFile
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        // The report is a file for people and programs, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // As schemas write it: binary-classification.
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Write(RunReport report) => JsonSerializer.Serialize(report, Format) + "\n";

    public static RunReport Read(string json) =>
        JsonSerializer.Deserialize<RunReport>(json, Format) ?? throw new JsonException("The report is empty.");
}
