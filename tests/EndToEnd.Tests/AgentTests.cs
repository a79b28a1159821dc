using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed class AgentTests
{
    private const string Operator = "the-token-of-ana";
    private const string Viewer = "the-token-of-ben";

    [Fact]
    public async Task An_agent_fires_a_scenario_reviews_its_incident_over_either_transport_and_may_what_its_token_may()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation, new Dictionary<string, string?>
        {
            ["MONITORINGDEMO_TOKEN"] = "shared",
            ["MONITORINGDEMO_PEOPLE"] = PeopleText.Write([new Person("ana", PersonRole.Operator, Roster.HashOf(Operator)), new Person("ben", PersonRole.Viewer, Roster.HashOf(Viewer))]),
        });
        await demo.PaceAsync(1_000, cancellation);
        await using var ana = await OverHttpAsync(demo, Operator, cancellation);
        await using var ben = await OverHttpAsync(demo, Viewer, cancellation);
        await using var byProcess = await OverStandardInputAsync(demo, Viewer, cancellation);

        var refused = await ben.CallToolAsync("fire_scenario", Arguments(("scenario", "unit-change")), cancellationToken: cancellation);
        var misspelt = await ana.CallToolAsync("fire_scenario", Arguments(("scenario", "unit-chance")), cancellationToken: cancellation);
        await ana.CallToolAsync("fire_scenario", Arguments(("scenario", "unit-change")), cancellationToken: cancellation);
        var incident = await Eventually.Get(token => BrokenDurationAsync(byProcess, token), TimeSpan.FromSeconds(60), "The unit change is an incident", cancellation);
        var quarantine = 1 + (await AskAsync(byProcess, "get_incident", Arguments(("incident", incident)), cancellation)).GetProperty("decisions").EnumerateArray().TakeWhile(made => !IsQuarantine(made)).Count();
        var explained = await AskAsync(byProcess, "explain_decision", Arguments(("incident", incident), ("decision", quarantine)), cancellation);
        var beyond = await ben.CallToolAsync("explain_decision", Arguments(("incident", incident), ("decision", 99)), cancellationToken: cancellation);
        var review = await ben.GetPromptAsync("incident_review", Arguments(("incident", incident)), cancellationToken: cancellation);
        var card = await byProcess.ReadResourceAsync("fleet://models/1/card", cancellationToken: cancellation);
        var report = await ben.ReadResourceAsync($"fleet://incidents/{incident}/report", cancellationToken: cancellation);

        refused.IsError.ShouldBe(true);
        TextOf(refused).ShouldContain("ben may what a viewer may; this takes an operator.");
        TextOf(misspelt).ShouldContain("id names no scenario; known: ");
        explained.GetProperty("decision").GetProperty("action").GetString().ShouldBe(DecisionActions.Quarantine);
        explained.GetProperty("findings").EnumerateArray().Select(found => found.GetProperty("finding")).ShouldContain(finding => IsBrokenDuration(finding));
        explained.GetProperty("rule").GetString().ShouldNotBeNullOrEmpty();
        TextOf(beyond).ShouldContain("decision must be 1 to ");
        ((TextContentBlock)review.Messages.ShouldHaveSingleItem().Content).Text.ShouldContain($"review of incident {incident} ");
        ((TextResourceContents)card.Contents.ShouldHaveSingleItem()).Text.ShouldStartWith("# ");
        ((TextResourceContents)report.Contents.ShouldHaveSingleItem()).Text.ShouldContain($"Incident {incident}");
        await Should.ThrowAsync<HttpRequestException>(() => OverHttpAsync(demo, "no-token-of-anybody", cancellation));
    }

    private static Task<McpClient> OverHttpAsync(LiveDemo demo, string token, CancellationToken cancellationToken) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(demo.Http.BaseAddress!, "/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" },
        }),
        cancellationToken: cancellationToken);

    private static Task<McpClient> OverStandardInputAsync(LiveDemo demo, string token, CancellationToken cancellationToken) => McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Checkout.Program("Demo"), "mcp", "--url", demo.Http.BaseAddress!.ToString()],
            EnvironmentVariables = new Dictionary<string, string?> { ["MONITORINGDEMO_TOKEN"] = token },
        }),
        cancellationToken: cancellationToken);

    /// <summary>The incident of the broken duration, once something was decided in it.</summary>
    private static async Task<string?> BrokenDurationAsync(McpClient agent, CancellationToken cancellationToken)
    {
        foreach (var line in (await AskAsync(agent, "list_incidents", [], cancellationToken)).EnumerateArray())
        {
            var id = line.GetProperty("id").GetString()!;
            var told = await AskAsync(agent, "get_incident", Arguments(("incident", id)), cancellationToken);
            if (told.GetProperty("decisions").EnumerateArray().Any(IsQuarantine) && told.GetProperty("found").EnumerateArray().Any(found => IsBrokenDuration(found.GetProperty("finding")))) return id;
        }

        return null;
    }

    private static bool IsBrokenDuration(JsonElement finding) => finding.GetProperty("feature").GetString() == "duration_ms" && finding.GetProperty("kind").GetString() == FindingKinds.DataQuality;

    private static bool IsQuarantine(JsonElement made) => made.GetProperty("decision").GetProperty("action").GetString() == DecisionActions.Quarantine;

    private static async Task<JsonElement> AskAsync(McpClient agent, string tool, Dictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        JsonDocument.Parse(TextOf(await agent.CallToolAsync(tool, arguments, cancellationToken: cancellationToken))).RootElement;

    private static string TextOf(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    private static Dictionary<string, object?> Arguments(params (string Name, object? Value)[] arguments) => arguments.ToDictionary(argument => argument.Name, argument => argument.Value);
}
