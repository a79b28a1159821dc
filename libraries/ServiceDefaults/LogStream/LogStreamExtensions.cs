using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>Lets the inference log come and go over the broker, where <c>Log:Stream</c> says so.</summary>
public static class LogStreamExtensions
{
    /// <summary>Adds what the service's role asks for; nothing where the log is read in one directory.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="role">What the service has to do with the log.</param>
    /// <param name="dataPart">The service's own folder of the data directory.</param>
    /// <exception cref="OptionsValidationException">The log is to travel over a broker, and none is named.</exception>
    public static IHostApplicationBuilder AddLogStream(this IHostApplicationBuilder builder, LogStreamRole role, string dataPart)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (services, configuration) = (builder.Services, builder.Configuration);
        if (role == LogStreamRole.None || !IsShipped(configuration)) return builder;
        if (BrokerAddress.Read(configuration) is null)
            throw new OptionsValidationException(LogStreamOptions.Section, typeof(LogStreamOptions), ["Log:Stream is set, and the log can travel over no broker: set ConnectionStrings:RabbitMQ as well"]);

        services.AddOptions<LogStreamOptions>().BindConfiguration(LogStreamOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(new LogStreamPlace(dataPart));
        services.AddSingleton<LogStreamTelemetry>();
        services.AddSingleton<BrokerDoor>();
        if (role == LogStreamRole.Reads) return builder.AddPump<LogReplica>();

        services.AddSingleton(provider => new LogHold(provider.GetRequiredService<IOptions<LogStreamOptions>>().Value.HoldBytes));
        return builder.AddPump<LogForwarder>();
    }

    /// <summary>Whether the log travels over a stream.</summary>
    public static bool IsShipped(IConfiguration configuration) => configuration.GetSection(LogStreamOptions.Section).GetValue<bool>(nameof(LogStreamOptions.Stream));

    /// <summary>The name of a log that travels, which no other has and which lives as long as it does.</summary>
    /// <exception cref="OptionsValidationException">The log is kept in something that no stream is filled from.</exception>
    public static string NameOf(IInferenceLog log) => Files(log).EstablishId();

    /// <summary>The log as files, which a stream is filled from and copied to.</summary>
    internal static InferenceLogFiles Files(IInferenceLog log) =>
        log as InferenceLogFiles
        ?? throw new OptionsValidationException(LogStreamOptions.Section, typeof(LogStreamOptions), [$"Log:Stream is set, and this host keeps its log in a {log.GetType().Name}: only a log of files can be carried over a stream"]);
}
