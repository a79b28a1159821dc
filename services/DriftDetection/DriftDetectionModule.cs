using Microsoft.Extensions.Options;
using MonitoringDemo.DriftDetection.ReadLog;
using MonitoringDemo.DriftDetection.ShowDrift;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.StandBy;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.DriftDetection;

/// <summary>Reads the inference log and tells when data are broken, inputs drift, or performance falls.</summary>
public static class DriftDetectionModule
{
    /// <summary>The name of the lease that one process at a time holds.</summary>
    public const string Lease = "drift-detection";

    /// <summary>The file of the data directory in which the rounds that told something are written down.</summary>
    public static string RoundsFile(DataDirectory data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.PathOf("drift", "rounds.txt");
    }

    /// <summary>The names of all that the findings of a service with these settings may come from, switched off or not.</summary>
    /// <exception cref="InvalidDataException">An assembly cannot be read; the message names the file.</exception>
    public static IReadOnlyList<string> DetectorNames(DriftDetectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. new MonitorParts(options).Detectors.Distinct()];
    }

    /// <summary>The message consumers of this service: none, it only reads the log.</summary>
    public static IReadOnlyList<Type> Consumers { get; } = [];

    /// <summary>The messages that this service publishes: its rights on a broker follow from them.</summary>
    public static IReadOnlyList<Type> Publishes { get; } = [typeof(FindingsReported), typeof(FindingsCleared), typeof(HealthMeasured)];

    /// <summary>What this service has to do with the inference log, where that travels over a stream.</summary>
    public static LogStreamRole LogStream => LogStreamRole.Reads;

    /// <summary>Adds the service to a host.</summary>
    public static IHostApplicationBuilder AddDriftDetection(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<DriftDetectionOptions>()
            .BindConfiguration(DriftDetectionOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.Model = ModelSlot.Of(configuration).Model)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DriftDetectionOptions>, MonitorOptionsCheck>();
        services.AddSingleton<MonitorParts>();
        services.AddSingleton<DriftShown>();
        services.AddKeyedSingleton(Lease, (provider, _) => new RoundTrail(RoundsFile(provider.GetRequiredService<DataDirectory>())));
        services.AddSingleton<DriftDetectionTelemetry>();
        services.AddSingleton<FindingsTelemetry>();
        services.AddSingleton(provider => FindingsTelemetry.ExpectedDurations(provider.GetRequiredService<IOptions<DriftDetectionOptions>>().Value.Model));
        builder.AddLease<DriftState>(Lease, File, state => state.NextOrdinal);
        builder.AddPump<ReadTheLog>();
        return builder;
    }

    /// <summary>Maps <c>/v1/drift</c>.</summary>
    public static IEndpointRouteBuilder MapDriftDetection(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGet("/v1/drift", DriftEndpoint.Get)
            .WithName("GetDrift").WithSummary("The latest measurements, and the findings that hold; 503 from a process that stands by.");
        return app;
    }

    private static LeasedFile<DriftState> File(IServiceProvider provider) => new(new Checkpoint<DriftState>(provider.GetRequiredService<DataDirectory>().PathOf("drift", "state.json")));
}
