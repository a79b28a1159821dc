using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MonitoringDemo.ServiceDefaults.Pumping;

/// <summary>Registers pumps.</summary>
public static class PumpingExtensions
{
    /// <summary>Registers a pump (also as <typeparamref name="T"/> itself) and, unless in lockstep, lets it run from the start of the host.</summary>
    public static IServiceCollection AddPump<T>(this IServiceCollection services)
        where T : class, IPump
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PumpSignal>();
        services.TryAddSingleton<PumpHealth>();
        services.AddMetrics();
        services.TryAddSingleton<PumpTelemetry>();
        services.AddOptions<PumpOptions>().BindConfiguration(PumpOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<T>();
        services.AddSingleton<IPump>(provider => provider.GetRequiredService<T>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PumpLoop>());
        return services;
    }

    /// <inheritdoc cref="AddPump{T}(IServiceCollection)" />
    public static IHostApplicationBuilder AddPump<T>(this IHostApplicationBuilder builder)
        where T : class, IPump
    {
        builder.Services.AddPump<T>();
        return builder;
    }
}
