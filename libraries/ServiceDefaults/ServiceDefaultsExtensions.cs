using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Http;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.Security.People;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.ServiceDefaults.Telemetry;
using MonitoringDemo.ServiceDefaults.Telemetry.Bridge;
using MonitoringDemo.ServiceDefaults.Telemetry.Spans;
using OpenTelemetry.Trace;

namespace MonitoringDemo.ServiceDefaults;

/// <summary>What every process has.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Registers identity, clock, data directory, signing, health, telemetry and security. Call it first: what is measured before it is not seen.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="serviceName">In kebab-case, for instance <c>drift-detection</c>.</param>
    public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder, string serviceName)
    {
        var services = builder.Services;
        services.AddSingleton(new ServiceIdentity(serviceName));
        builder.AddTelemetry(serviceName);

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PumpSignal>();
        services.TryAddSingleton<PumpHealth>();
        services.AddHealthChecks().AddCheck<PumpHealth>("pumps", tags: ["ready"]);

        services.AddOptions<DataOptions>().BindConfiguration(DataOptions.Section);
        services.TryAddSingleton(provider => new DataDirectory(
            provider.GetRequiredService<IOptions<DataOptions>>().Value.Directory ?? DataDirectory.DefaultPath()));
        builder.AddStores();
        services.TryAddSingleton<DataTelemetry>();
        services.TryAddSingleton(SigningOptions.Of(builder.Configuration));
        services.TryAddSingleton<ArtifactSigner>();
        services.TryAddSingleton<ArtifactVerifier>();

        services.TryAddSingleton<AccessToken>();
        services.TryAddSingleton<Roster>();
        services.TryAddTransient<AccessTokenHandler>();
        services.TryAddSingleton<Bindings>();
        services.AddHostedService<BindingGuard>();
        services.AddHttpDefaults();
        return builder;
    }

    /// <summary>Puts security in front and maps <c>/health/live</c>, <c>/health/serving</c>, <c>/health/ready</c>, <c>/metrics</c> and <c>/traces</c>. Call it before other middleware.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        // What is measured and traced before the host starts is seen as well.
        _ = app.Services.GetRequiredService<MeterBridge>();
        _ = app.Services.GetService<TracerProvider>();
        _ = app.Services.GetRequiredService<DataTelemetry>();

        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<RequestGuard>();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthReportWriter.WriteAsync });
        app.MapHealthChecks("/health/serving", new HealthCheckOptions { Predicate = check => check.Tags.Contains("serving") });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains("ready"),
            ResponseWriter = HealthReportWriter.WriteAsync,
            // A bus that lost its broker calls itself degraded.
            ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable },
        });
        app.Services.GetRequiredService<MetricsPage>().Map(app);
        TracePages.Map(app);
        return app;
    }
}
