using Microsoft.Extensions.Options;
using MonitoringDemo.ControlRoom.Control;
using MonitoringDemo.ControlRoom.Page;
using MonitoringDemo.ControlRoom.Picture;
using MonitoringDemo.ControlRoom.Stream;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ControlRoom;

/// <summary>The live page: what the fleet sees, decides and serves, and the buttons that change the world.</summary>
public static class ControlRoomModule
{
    /// <summary>The client that asks traffic for its scenarios, for a host that brings it another handler.</summary>
    public const string HttpClientName = nameof(ScenarioList);

    /// <summary>The consumers to register with the bus.</summary>
    public static IReadOnlyList<Type> Consumers { get; } = [typeof(ShowOnPage)];

    /// <summary>The messages that this service publishes: its rights on a broker follow from them.</summary>
    public static IReadOnlyList<Type> Publishes { get; } =
        [typeof(StartScenario), typeof(EndScenario), typeof(SetPace), typeof(RestoreModel), typeof(AcceptData), typeof(CloseAlert), typeof(RetrainModel), typeof(JudgeVersion), typeof(SetFreeze), typeof(RollBackRelease), typeof(RetireVersion)];

    public static IHostApplicationBuilder AddControlRoom(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        var services = builder.Services;
        services.AddOptions<ControlRoomOptions>().BindConfiguration(ControlRoomOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new Checkpoint<FleetPicture>(
            provider.GetRequiredService<DataDirectory>().PathOf("control-room", "picture.json")));
        services.AddSingleton(Restore);
        services.AddSingleton<LivePicture>();
        services.AddSingleton<IFleetGlance>(provider => provider.GetRequiredService<LivePicture>());
        services.AddSingleton<Commands>();
        services.AddHttpClient(HttpClientName, http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(3), 1024 * 1024))
            .AddHttpMessageHandler<AccessTokenHandler>()
            .RemoveAllLoggers();
        services.AddSingleton<ScenarioList>();
        builder.AddPump<PicturePump>();
        return builder;
    }

    public static IEndpointRouteBuilder MapControlRoom(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        PageEndpoints.Map(app);
        ControlEndpoints.Map(app);
        PageLinks.Map(app);
        app.MapGet("/events", EventsEndpoint.Get).ExcludeFromDescription();
        return app;
    }

    private static PictureFold Restore(IServiceProvider provider)
    {
        var model = ModelSlot.Of(provider.GetRequiredService<IConfiguration>()).Model;
        var lockstep = provider.GetRequiredService<IOptions<PumpOptions>>().Value.Lockstep;
        try
        {
            return !lockstep && provider.GetRequiredService<Checkpoint<FleetPicture>>().TryLoad(out var saved) && saved.Status.Model == model
                ? new PictureFold(model, saved)
                : new PictureFold(model);
        }
        catch (DamagedCheckpointException e)
        {
            // A picture can be drawn anew; it is no reason not to start.
            provider.GetRequiredService<ILogger<PictureFold>>().LogWarning("The page starts empty. {Reason}", e.Message);
            return new PictureFold(model);
        }
    }
}
