using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Live;

/// <summary>The demo for people: the clock drives, the page shows, Ctrl-C ends.</summary>
internal static class LiveDemo
{
    public static async Task<int> RunAsync(string url, string directory, bool fresh, TextWriter output, CancellationToken cancellation)
    {
        url = FleetAddress.Settle(url);
        using var folder = DataFolder.Claim(directory, fresh);
        await using var app = FleetHost.Build(new FleetSettings(url, folder.Path, Lockstep: false));
        await app.StartAsync(cancellation);
        await output.WriteLineAsync($"The page is at {FleetAddress.ToCall(url)} (Ctrl-C stops).");
        await WaitAsync(app, cancellation);
        await app.StopAsync(CancellationToken.None);
        await output.WriteLineAsync("Stopped. The next start goes on from here.");
        return 0;
    }

    private static async Task WaitAsync(WebApplication app, CancellationToken cancellation)
    {
        var stop = new TaskCompletionSource();
        await using var byKey = cancellation.Register(() => stop.TrySetResult());
        await using var byHost = app.Lifetime.ApplicationStopping.Register(() => stop.TrySetResult());
        await stop.Task;
    }
}
