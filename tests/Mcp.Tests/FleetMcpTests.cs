using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MonitoringDemo.Mcp.Tests;

public sealed class FleetMcpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_tool_says_what_it_is_for_and_whether_it_changes_anything()
    {
        await using var fleet = await FleetOf(_ => Results.NotFound());
        await using var agent = await AgentAsync(fleet);

        var tools = await agent.ListToolsAsync(cancellationToken: Cancellation);

        tools.ShouldAllBe(tool => tool.Description.Length > 40);
        tools.Where(tool => tool.ProtocolTool.Annotations!.ReadOnlyHint != true).Select(tool => tool.Name).ShouldBe(["fire_scenario", "end_scenario"], ignoreOrder: true);
        tools.SelectMany(tool => tool.JsonSchema.TryGetProperty("properties", out var given) ? given.EnumerateObject().ToList() : []).Where(argument => !argument.Value.TryGetProperty("description", out _)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_fleet_refuses_is_told_in_its_own_words()
    {
        await using var fleet = await FleetOf(_ => Results.Problem("There is no incident 'x'. GET /v1/incidents lists them.", statusCode: 404));
        await using var agent = await AgentAsync(fleet);

        var answer = await agent.CallToolAsync("get_incident", new Dictionary<string, object?> { ["incident"] = "x" }, cancellationToken: Cancellation);

        answer.IsError.ShouldBe(true);
        TextOf(answer).ShouldEndWith("The fleet answered 404: There is no incident 'x'. GET /v1/incidents lists them.");
    }

    [Fact]
    public async Task A_name_cannot_lead_to_another_address_of_the_fleet()
    {
        var asked = new List<string>();
        await using var fleet = await FleetOf(request =>
        {
            asked.Add(request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
            return Results.Problem("none", statusCode: 404);
        });
        await using var agent = await AgentAsync(fleet);

        await agent.CallToolAsync("get_incident", new Dictionary<string, object?> { ["incident"] = "../control/start-over?x=1#" }, cancellationToken: Cancellation);
        await agent.CallToolAsync("list_alerts", new Dictionary<string, object?> { ["state"] = "open&limit=1" }, cancellationToken: Cancellation);

        asked.ShouldBe(["/v1/incidents/..%2Fcontrol%2Fstart-over%3Fx%3D1%23", "/v1/alerts?state=open%26limit%3D1"]);
    }

    [Fact]
    public async Task A_fleet_that_does_not_answer_is_told_with_the_mend()
    {
        var fleet = await FleetOf(_ => Results.NotFound());
        var address = new Uri(fleet.Urls.First());
        await fleet.DisposeAsync();
        await using var agent = await AgentAsync(address);

        var answer = await agent.CallToolAsync("list_models", cancellationToken: Cancellation);

        answer.IsError.ShouldBe(true);
        TextOf(answer).ShouldEndWith($"No fleet answers at {address.GetLeftPart(UriPartial.Authority)}. Start it, or name its address with --url.");
    }

    [Fact]
    public async Task Every_alert_has_its_runbook_and_an_unknown_one_is_refused_by_name()
    {
        await using var fleet = await FleetOf(_ => Results.NotFound());
        await using var agent = await AgentAsync(fleet);

        var names = TextOf(await agent.ReadResourceAsync("fleet://runbooks", cancellationToken: Cancellation)).Split('\n');
        var texts = new List<string>();
        foreach (var name in names) texts.Add(TextOf(await agent.ReadResourceAsync($"fleet://runbooks/{name}", cancellationToken: Cancellation)));
        var unknown = await Should.ThrowAsync<Exception>(async () => await agent.ReadResourceAsync("fleet://runbooks/NoSuchAlert", cancellationToken: Cancellation));

        names.ShouldContain("PerformanceDropped");
        texts.ShouldAllBe(text => text.StartsWith("# "));
        unknown.Message.ShouldContain("There is no runbook 'NoSuchAlert'.");
    }

    [Fact]
    public async Task The_review_leads_to_the_evidence_of_its_incident()
    {
        await using var fleet = await FleetOf(_ => Results.NotFound());
        await using var agent = await AgentAsync(fleet);

        var prompts = await agent.ListPromptsAsync(cancellationToken: Cancellation);
        var review = await agent.GetPromptAsync("incident_review", new Dictionary<string, object?> { ["incident"] = "hits-8001" }, cancellationToken: Cancellation);

        prompts.Select(prompt => prompt.Name).ShouldBe(["incident_review", "shift_handover"], ignoreOrder: true);
        ((TextContentBlock)review.Messages.Single().Content).Text.ShouldSatisfyAllConditions(
            text => text.ShouldContain("incident hits-8001"),
            text => text.ShouldContain("get_incident"));
    }

    private static string TextOf(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    private static string TextOf(ReadResourceResult result) => result.Contents.OfType<TextResourceContents>().Single().Text;

    /// <summary>A server that answers every request alike.</summary>
    private static async Task<WebApplication> FleetOf(Func<HttpRequest, IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var app = builder.Build();
        app.Run(context => answer(context.Request).ExecuteAsync(context));
        await app.StartAsync(Cancellation);
        return app;
    }

    private static Task<Agent> AgentAsync(WebApplication fleet) => AgentAsync(new Uri(fleet.Urls.First()));

    private static async Task<Agent> AgentAsync(Uri fleet)
    {
        var (toServer, toAgent) = (new Pipe(), new Pipe());
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(new FleetApi(new HttpClient { BaseAddress = fleet }));
        services.AddMcpServer().WithStreamServerTransport(toServer.Reader.AsStream(), toAgent.Writer.AsStream()).WithFleet();
        var provider = services.BuildServiceProvider();
        var serves = provider.GetRequiredService<McpServer>().RunAsync(CancellationToken.None);
        return new Agent(await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toAgent.Reader.AsStream()), cancellationToken: Cancellation), provider, serves);
    }

    /// <summary>The SDK's own client, and the server that it talks to.</summary>
    private sealed class Agent(McpClient client, ServiceProvider provider, Task serves) : IAsyncDisposable
    {
        public ValueTask<IList<McpClientTool>> ListToolsAsync(CancellationToken cancellationToken) => client.ListToolsAsync(cancellationToken: cancellationToken);

        public ValueTask<IList<McpClientPrompt>> ListPromptsAsync(CancellationToken cancellationToken) => client.ListPromptsAsync(cancellationToken: cancellationToken);

        public ValueTask<GetPromptResult> GetPromptAsync(string name, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken) => client.GetPromptAsync(name, arguments, cancellationToken: cancellationToken);

        public ValueTask<ReadResourceResult> ReadResourceAsync(string uri, CancellationToken cancellationToken) => client.ReadResourceAsync(uri, cancellationToken: cancellationToken);

        public ValueTask<CallToolResult> CallToolAsync(string tool, IReadOnlyDictionary<string, object?>? arguments = null, CancellationToken cancellationToken = default) => client.CallToolAsync(tool, arguments, cancellationToken: cancellationToken);

        public async ValueTask DisposeAsync()
        {
            await client.DisposeAsync();
            await provider.DisposeAsync();
            await serves;
        }
    }
}
