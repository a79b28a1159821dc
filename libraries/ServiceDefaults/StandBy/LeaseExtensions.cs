using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.PostgreSql;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>Lets one of several processes of a service work and the others stand by.</summary>
public static class LeaseExtensions
{
    /// <summary>
    /// Adds the lease and the state that is handed over: in the registry's database where the log travels and a database is named, else the file
    /// that whoever claims the data directory has. Call it before the pumps are added: the lease is given back when they have stopped.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="service">In kebab-case.</param>
    /// <param name="file">The file's place in the data directory.</param>
    /// <param name="positionOf">The record of the log that is read next.</param>
    public static IHostApplicationBuilder AddLease<T>(this IHostApplicationBuilder builder, string service, string[] file, Func<T, long> positionOf)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var name = new LeaseName(service, ModelSlot.Of(builder.Configuration).Model);
        services.AddSingleton(name);
        services.AddSingleton<LeaseTelemetry>();
        services.AddHostedService<ShowLeaseOnStart>();
        services.AddSingleton(provider => new Checkpoint<T>(provider.GetRequiredService<DataDirectory>().PathOf(file)));
        if (!IsShared(builder))
        {
            services.AddSingleton<ILease, UnsharedLease>();
            services.AddSingleton<ILeasedState<T>, LeasedFile<T>>();
            return builder;
        }

        services.AddOptions<LeaseOptions>().BindConfiguration(LeaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ILeasedState<T>>(provider => new LeasedRow<T>(
            new DatabaseState(provider.GetRequiredService<RegistryDatabase>(), name), provider.GetRequiredService<Checkpoint<T>>(), provider.GetRequiredService<IInferenceLog>(), positionOf));
        services.AddSingleton(provider =>
        {
            var state = provider.GetRequiredService<ILeasedState<T>>();
            Func<string?> canGoOn = () => state.CanGoOn(out var why) ? null : why;
            return ActivatorUtilities.CreateInstance<SharedLease>(provider, new DatabaseLease(provider.GetRequiredService<RegistryDatabase>(), name), canGoOn);
        });
        services.AddSingleton<ILease>(provider => provider.GetRequiredService<SharedLease>());
        services.AddHostedService(provider => provider.GetRequiredService<SharedLease>());
        services.AddHealthChecks().AddCheck<LeaseHealth>(LeaseHealth.Name, tags: ["ready"]);
        return builder;
    }

    /// <summary>In one directory there is one log and one reader; on hosts of their own only a database is common to all.</summary>
    private static bool IsShared(IHostApplicationBuilder builder) =>
        LogStreamExtensions.IsShipped(builder.Configuration) && builder.Services.Any(service => service.ServiceType == typeof(RegistryDatabase));
}
