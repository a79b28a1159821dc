using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults;

/// <summary>What every process has.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Registers identity, clock, data directory, health, telemetry and security.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="serviceName">In kebab-case, for instance <c>drift-detection</c>.</param>
    public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder, string serviceName)
    {
        var services = builder.Services;
        services.AddSingleton(new ServiceIdentity(serviceName));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PumpSignal>();
        services.TryAddSingleton<PumpHealth>();
        services.AddOptions<DataOptions>().BindConfiguration(DataOptions.Section);
        services.TryAddSingleton(provider => new DataDirectory(
            provider.GetRequiredService<IOptions<DataOptions>>().Value.Directory ?? DataDirectory.DefaultPath()));
        services.TryAddSingleton<ArtifactSigner>();
        services.TryAddSingleton<ArtifactVerifier>();
        services.AddHealthChecks().AddCheck<PumpHealth>("pumps", tags: ["ready"]);
        services.AddProblemDetails();
        return builder;
    }

    /// <summary>Puts security in front and maps <c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c>.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        return app;
    }
}
