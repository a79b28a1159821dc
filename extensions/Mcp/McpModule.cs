using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.Mcp;

/// <summary>The Model Context Protocol: agents look at a fleet and rehearse scenarios. They release, approve and roll back nothing.</summary>
public static class McpModule
{
    /// <summary>Where a fleet answers agents over HTTP.</summary>
    public const string Path = "/mcp";

    private const string Instructions =
        "A fleet that watches a model in production, decides, retrains and releases by itself. Rows are its clock. Begin with list_incidents; get_incident has the evidence. "
        + "Scenarios change a simulated world only. Releases, approvals and roll-backs are for people.";

    /// <summary>Serves agents at <see cref="Path"/> of this process. Each tool asks the fleet's own API with the caller's token, which decides what the caller may.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="fleet">The address of this process.</param>
    public static IServiceCollection AddFleetMcp(this IServiceCollection services, Uri fleet)
    {
        services.AddHttpContextAccessor();
        services.AddTransient<CallersToken>();
        services.AddHttpClient<FleetApi>(http => http.BaseAddress = fleet).AddHttpMessageHandler<CallersToken>();
        services.AddMcpServer(Describe).WithHttpTransport(http => http.Stateless = true).WithFleet();
        return services;
    }

    /// <summary>Maps <see cref="Path"/>. Asking takes no more than a viewer's role; what a tool does takes the role of what it asks for.</summary>
    public static void MapFleetMcp(this IEndpointRouteBuilder app) => app.MapMcp(Path).Needs(PersonRole.Viewer);

    /// <summary>Serves one agent over standard input and output until its end of the input closes.</summary>
    /// <param name="http">Asks the fleet: its base address is the fleet's, and it carries the token where one is needed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task ServeAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        // Standard output belongs to the protocol.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(new FleetApi(http));
        builder.Services.AddMcpServer(Describe).WithStdioServerTransport().WithFleet();
        await builder.Build().RunAsync(cancellationToken);
    }

    internal static void WithFleet(this IMcpServerBuilder mcp) => mcp.WithTools<FleetTools>().WithResources<FleetResources>().WithPrompts<FleetPrompts>();

    private static void Describe(ModelContextProtocol.Server.McpServerOptions options)
    {
        options.ServerInfo = new Implementation { Name = "monitoring-demo", Version = typeof(McpModule).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion };
        options.ServerInstructions = Instructions;
    }

    /// <summary>The request of a tool carries what the agent's request carried.</summary>
    private sealed class CallersToken(IHttpContextAccessor caller) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (caller.HttpContext?.Request.Headers.Authorization.ToString() is { Length: > 0 } token) request.Headers.TryAddWithoutValidation("Authorization", token);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
