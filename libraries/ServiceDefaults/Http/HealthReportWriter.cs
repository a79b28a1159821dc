using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MonitoringDemo.ServiceDefaults.StandBy;

namespace MonitoringDemo.ServiceDefaults.Http;

internal static class HealthReportWriter
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Read by people in a terminal, and never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The status, why each check that is not healthy is not, and where several processes share the work whether this one works.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new
        {
            status = report.Status.ToString(),
            problems = report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy).ToDictionary(e => e.Key, e => e.Value.Description ?? e.Value.Status.ToString()),
            lease = report.Entries.TryGetValue(LeaseHealth.Name, out var lease) ? lease.Description : null,
        },
        _options,
        context.RequestAborted);
}
