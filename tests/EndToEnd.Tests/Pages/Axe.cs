using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace MonitoringDemo.EndToEnd.Tests.Pages;

/// <summary>Looks at a page as it stands with axe-core, targets of 24 pixels (WCAG 2.2) among its rules.</summary>
internal static class Axe
{
    private const string Options = """{ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }""";

    private static readonly Lazy<string> s_source = new(static () =>
    {
        using var stream = typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")
            ?? throw new InvalidOperationException("Deque.AxeCore.Commons no longer holds axe.min.js: see the names of its resources.");
        return new StreamReader(stream).ReadToEnd();
    });

    /// <summary>Each serious or critical fault: the rule, how many elements, and the first of them with what is wrong.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(s_source.Value);
        var found = await page.EvaluateAsync<JsonElement>($"async () => (await axe.run(document, {Options})).violations.map(v => ({{ id: v.id, impact: v.impact, count: v.nodes.length, html: v.nodes[0].html, why: v.nodes[0].failureSummary }}))");
        return [.. found.EnumerateArray().Where(fault => fault.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(fault => $"{fault.GetProperty("id")} ({fault.GetProperty("count")}): {fault.GetProperty("html").GetString()![..Math.Min(200, fault.GetProperty("html").GetString()!.Length)]} {fault.GetProperty("why")}")];
    }
}
