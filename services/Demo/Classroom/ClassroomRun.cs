using System.Security.Cryptography;
using MonitoringDemo.Demo.Classroom.Teams;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.ServiceDefaults.Security;

namespace MonitoringDemo.Demo.Classroom;

/// <summary>The classroom for people: fleets start one after the other, the wall shows them, Ctrl-C ends.</summary>
internal static class ClassroomRun
{
    /// <summary>Where a classroom keeps its state unless told otherwise.</summary>
    public static string DefaultDirectory => Path.Combine(RepositoryRoot.Find(), ".demo-classroom");

    public static async Task<int> RunAsync(ClassroomPlan plan, bool fresh, TextWriter output, CancellationToken cancellation)
    {
        using var folder = DataFolder.Claim(plan.Directory, fresh);
        MakeRoom(plan.Teams.Count);
        var given = SecretSetting.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build(), AccessToken.Variable);
        var token = given ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        // Disposed of by the container too, with the fleets: the door first, for a page that hangs on a fleet would hold up its end.
        await using var app = ClassroomHost.Build(plan, token);
        await app.StartAsync(cancellation);
        var address = FleetAddress.ToCall(plan.Url);
        await output.WriteLineAsync(given is null ? $"The wall: {address}wall?access_token={token}  (for the instructor alone)" : $"The wall: {address}wall?access_token=TOKEN, with the value of {AccessToken.Variable}");
        await output.WriteLineAsync($"Teams join at {address}join with the codes on the wall. Ctrl-C stops.");
        await output.FlushAsync(cancellation);
        try
        {
            var teams = app.Services.GetRequiredService<TeamFleets>();
            await teams.StartAsync(cancellation);
            await output.WriteLineAsync($"{teams.All.Count(team => team.Problem is null)} of {teams.All.Count} fleets serve.");
            await output.FlushAsync(cancellation);
            await WaitAsync(app, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopped while the fleets started.
        }

        await app.StopAsync(CancellationToken.None);
        await output.WriteLineAsync("Stopping. The next start goes on from here, with the same codes.");
        return 0;
    }

    // A fleet that waits for its turn to train keeps a thread; the pool grows by two a second otherwise, and pages would stand still meanwhile.
    private static void MakeRoom(int teams)
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + (2 * teams), ports);
    }

    private static async Task WaitAsync(WebApplication app, CancellationToken cancellation)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var byKey = cancellation.Register(() => stop.TrySetResult());
        await using var byHost = app.Lifetime.ApplicationStopping.Register(() => stop.TrySetResult());
        await stop.Task;
    }
}
