using System.ComponentModel;
using System.Reflection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MonitoringDemo.Mcp;

/// <summary>Documents that an agent can read: model cards and incident reports of the fleet, and the runbook of each alert.</summary>
internal sealed class FleetResources(FleetApi fleet)
{
    private const string Markdown = "text/markdown";
    private static readonly Assembly s_here = typeof(FleetResources).Assembly;

    /// <summary>The alerts that have a runbook, in order.</summary>
    public static IReadOnlyList<string> Runbooks { get; } = [.. s_here.GetManifestResourceNames().Where(name => name.EndsWith(".md", StringComparison.Ordinal)).Select(name => name[..^".md".Length]).Order(StringComparer.Ordinal)];

    [McpServerResource(UriTemplate = "fleet://models/{version}/card", Name = "model_card", MimeType = Markdown)]
    [Description("The model card of a version: use, data, measures by slice, limits, lineage, gates, releases.")]
    public async Task<TextResourceContents> Card(string version, CancellationToken cancellationToken) => new()
    {
        Uri = $"fleet://models/{version}/card",
        MimeType = Markdown,
        Text = await fleet.ReadAsync($"/v1/models/{Uri.EscapeDataString(version)}/card?format=md", cancellationToken),
    };

    [McpServerResource(UriTemplate = "fleet://incidents/{incident}/report", Name = "incident_report", MimeType = "text/html")]
    [Description("The report of an incident: what was found, decided, tried and served, with charts; a page to keep.")]
    public async Task<TextResourceContents> Report(string incident, CancellationToken cancellationToken) => new()
    {
        Uri = $"fleet://incidents/{incident}/report",
        MimeType = "text/html",
        Text = await fleet.ReadAsync($"/v1/incidents/{Uri.EscapeDataString(incident)}/report", cancellationToken),
    };

    [McpServerResource(UriTemplate = "fleet://runbooks", Name = "runbooks", MimeType = "text/plain")]
    [Description("The names of all alerts that have a runbook, one a line.")]
    public static string Names() => string.Join('\n', Runbooks);

    [McpServerResource(UriTemplate = "fleet://runbooks/{alert}", Name = "runbook", MimeType = Markdown)]
    [Description("What an alert means, what to look at and what to do; fleet://runbooks lists the names.")]
    public static TextResourceContents Runbook(string alert)
    {
        if (!Runbooks.Contains(alert)) throw new McpException($"There is no runbook '{alert}'. fleet://runbooks lists them.");
        using var reader = new StreamReader(s_here.GetManifestResourceStream($"{alert}.md")!);
        return new TextResourceContents { Uri = $"fleet://runbooks/{alert}", MimeType = Markdown, Text = reader.ReadToEnd() };
    }
}
