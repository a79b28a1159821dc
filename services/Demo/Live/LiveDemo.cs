using System.Globalization;
using System.Net;
using MonitoringDemo.ControlRoom;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Live.Schedule;
using MonitoringDemo.Retraining.Privacy;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.Live;

/// <summary>The demo for people: the clock drives, the page shows, Ctrl-C ends.</summary>
internal static class LiveDemo
{
    private static readonly Uri Model = new("v1/model", UriKind.Relative);

    public static async Task<int> RunAsync(string url, string directory, bool fresh, TextWriter output, CancellationToken cancellation)
    {
        url = FleetAddress.Settle(url);
        using var folder = DataFolder.Claim(directory, fresh);
        if (EndErasure(folder.Path)) await output.WriteLineAsync("An erasure that was interrupted is done.");
        var isNew = folder.IsNew;
        while (await RunOnceAsync(url, folder, isNew, output, cancellation))
        {
            folder.BeginAgain();
            isNew = true;
            await output.WriteLineAsync("Starting over: the data directory was emptied.");
        }

        await output.WriteLineAsync("Stopped. The next start goes on from here.");
        return 0;
    }

    /// <summary>Before anything reads the rows.</summary>
    private static bool EndErasure(string directory)
    {
        try
        {
            return new Erasure(new DataDirectory(directory), ModelSlot.Of(new ConfigurationBuilder().AddEnvironmentVariables().Build()), TimeProvider.System).Resume();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"An erasure in '{directory}' was interrupted and cannot be ended: {e.Message}", e);
        }
    }

    /// <returns>Whether somebody wants to start over.</returns>
    private static async Task<bool> RunOnceAsync(string url, DataFolder folder, bool isNew, TextWriter output, CancellationToken cancellation)
    {
        var startOver = new StartOver();
        await using var app = FleetHost.Build(new FleetSettings(url, folder.Path, Lockstep: false)
        {
            Services = services => Compare(services.AddSingleton<IStartOver>(startOver)),
            Map = LiveSchedule.Map,
        });
        await app.StartAsync(cancellation);
        await output.WriteLineAsync(await WelcomeAsync(app, url, isNew, cancellation));
        await output.WriteLineAsync($"The page: {FleetAddress.ToCall(url)}  (Ctrl-C stops)");
        if (app.Services.GetRequiredService<AccessToken>().IsRequired)
            await output.WriteLineAsync("A token is set: open the page once with ?access_token=TOKEN behind its address.");
        await output.FlushAsync(cancellation);
        await WaitAsync(app, startOver, cancellation);
        await app.StopAsync(CancellationToken.None);
        return startOver.Asked.IsCompleted && !cancellation.IsCancellationRequested;
    }

    /// <summary>Beside models that are served here a cron job can be put.</summary>
    private static void Compare(IServiceCollection services)
    {
        services.AddSingleton<LiveSchedule>();
        if (!ModelSlot.Of(new ConfigurationBuilder().AddEnvironmentVariables().Build()).ServedElsewhere) services.AddSingleton(new ScheduleOffered());
    }

    private static async Task<string> WelcomeAsync(WebApplication app, string url, bool isNew, CancellationToken cancellation)
    {
        const string opening = "A new world: it opens with 'Sixty years of music' (decades).";
        if (ModelSlot.Of(app.Configuration).ServedElsewhere)
            return "The model is served elsewhere: its past goes to /v1/history, and what it answers to /v1/observations.";
        if (isNew)
            return opening;
        using var http = new HttpClient(new AccessTokenHandler(app.Services.GetRequiredService<AccessToken>()) { InnerHandler = new SocketsHttpHandler() })
        {
            BaseAddress = FleetAddress.ToCall(url),
        };
        using var answer = await http.GetAsync(Model, cancellation);

        // An earlier start ended before the first model served.
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            return opening;
        answer.EnsureSuccessStatusCode();
        var state = await answer.Content.ReadFromJsonAsync<ModelAnswer>(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"Going on where the last start stopped, at song {state?.NextRow ?? 0:N0}; --fresh begins anew.");
    }

    private static async Task WaitAsync(WebApplication app, StartOver startOver, CancellationToken cancellation)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var byKey = cancellation.Register(() => stop.TrySetResult());
        await using var byHost = app.Lifetime.ApplicationStopping.Register(() => stop.TrySetResult());
        await Task.WhenAny(stop.Task, startOver.Asked);
    }
}
