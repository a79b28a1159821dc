using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.PostgreSql;
using MonitoringDemo.ServiceDefaults.LogStream;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>Lets one of several processes of a service work and the others stand by.</summary>
public static class LeaseExtensions
{
    /// <summary>
    /// Adds the lease, as a keyed <see cref="ILease"/>, and the state that is handed over: in the registry's database where the log travels and a database is named,
    /// else in files that whoever claims the data directory has. Call it before the pumps are added: the lease is given back when they have stopped.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="service">In kebab-case; the key of the lease.</param>
    /// <param name="files">The state in files.</param>
    /// <param name="positionOf">The record of the log that is read next.</param>
    public static IHostApplicationBuilder AddLease<T>(this IHostApplicationBuilder builder, string service, Func<IServiceProvider, ILeasedState<T>> files, Func<T, long> positionOf)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var name = NameOf(builder, service);
        services.AddSingleton(provider => new NamedLease(name, provider.GetRequiredKeyedService<ILease>(service)));
        services.TryAddSingleton<LeaseTelemetry>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ShowLeaseOnStart>());
        if (!builder.SharesLeases())
        {
            services.AddKeyedSingleton<ILease, UnsharedLease>(service);
            services.AddSingleton(files);
            return builder;
        }

        services.AddOptions<LeaseOptions>().BindConfiguration(LeaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ILeasedState<T>>(provider => new LeasedRow<T>(
            new DatabaseState(provider.GetRequiredService<RegistryDatabase>(), name), files(provider), provider.GetRequiredService<IInferenceLog>(), positionOf));
        if (!services.Any(each => each.ServiceType == typeof(SharedLease))) services.AddHealthChecks().AddCheck<LeaseHealth>(LeaseHealth.Name, tags: ["ready"]);
        services.AddKeyedSingleton(service, (provider, _) =>
        {
            var state = provider.GetRequiredService<ILeasedState<T>>();
            Func<string?> canGoOn = () => state.CanGoOn(out var why) ? null : why;
            return ActivatorUtilities.CreateInstance<SharedLease>(provider, new DatabaseLease(provider.GetRequiredService<RegistryDatabase>(), name), canGoOn);
        });
        services.AddKeyedSingleton<ILease>(service, (provider, _) => provider.GetRequiredKeyedService<SharedLease>(service));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<SharedLease>(service));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<SharedLease>(service));
        return builder;
    }

    /// <summary>Whether several processes of a service share its work: in one directory there is one log and one reader; on hosts of their own only a database is common to all.</summary>
    public static bool SharesLeases(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return LogStreamExtensions.IsShipped(builder.Configuration) && builder.Services.Any(service => service.ServiceType == typeof(RegistryDatabase));
    }

    /// <summary>The lease of a service for the model of this host.</summary>
    public static LeaseName NameOf(IHostApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new LeaseName(service, ModelSlot.Of(builder.Configuration).Model);
    }
}
