using MonitoringDemo.ControlRoom;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Demo.Mystery.Desk;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary>The fleet of one team: data, services, bus and metrics of its own.</summary>
internal sealed class TeamFleet(TeamPass pass, ClassroomPlan plan, MysteryBook book, TrainingTurns turns, ILoggerFactory logs, TimeProvider time) : IAsyncDisposable
{
    private static readonly Uri Model = new("http://127.0.0.1/v1/model");

    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _directory = Path.Combine(plan.Directory, "teams", pass.Name);
    private readonly TeamLogs _logs = new(pass.Name, logs);
    private long _commands;
    private Hosted? _hosted;

    public TeamPass Pass { get; } = pass;

    /// <summary>Why it does not run, for people; null while it does.</summary>
    public string? Problem { get; private set; } = "It is starting.";

    /// <summary>The token that its services ask for.</summary>
    public string? Token => _hosted?.Token;

    /// <summary>What hands it requests; null while it does not run.</summary>
    public CapturedServer? Server => _hosted?.Server;

    /// <summary>How things stand; null while it does not run.</summary>
    public FleetGlance? Glance => Get<IFleetGlance>()?.Now;

    /// <summary>A service of the fleet; null while it does not run.</summary>
    public T? Get<T>()
        where T : class => _hosted?.App.Services.GetService<T>();

    /// <summary>Starts it and waits until its first model serves, so that not all of them train at the same time.</summary>
    public Task StartAsync(CancellationToken cancellation) => InTurnAsync(() => StartAsync(fresh: false, cancellation), cancellation);

    /// <summary>Begins again with an empty data directory.</summary>
    public Task ResetAsync(CancellationToken cancellation) => InTurnAsync(async () =>
    {
        Problem = "It is starting over.";
        await StopAsync();
        cancellation.ThrowIfCancellationRequested();
        await StartAsync(fresh: true, cancellation);
    }, cancellation);

    /// <summary>Publishes a command to its services.</summary>
    /// <exception cref="InvalidOperationException">It does not run.</exception>
    public Task SendAsync<T>(T command, CancellationToken cancellation)
        where T : class => (Get<IMessageBus>() ?? throw new InvalidOperationException($"{Pass.Name} does not run: {Problem}"))
        .PublishAsync(command, FormattableString.Invariant($"wall-{time.GetUtcNow().ToUnixTimeMilliseconds()}-{Interlocked.Increment(ref _commands)}"), cancellation);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _turn.Dispose();
    }

    private async Task InTurnAsync(Func<Task> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task StartAsync(bool fresh, CancellationToken cancellation)
    {
        try
        {
            var token = TeamSettings.NewToken();
            _logs.IsEnding = false;
            var folder = DataFolder.Claim(_directory, fresh);
            var settings = TeamSettings.Of(plan, plan.Url, folder.Path, token) with
            {
                Logs = _logs,
                ExtraConsumers = [typeof(NoteForMystery)],
                Services = added => turns.Attach(added.AddSingleton(new MysteryDesk(Pass.Name, book)).AddSingleton(new MysteryOffered())),
                Map = static app => MysteryEndpoints.Map(app),
            };
            _hosted = new Hosted(Build(settings, folder), settings.Captured!, token, folder);
            await _hosted.App.StartAsync(cancellation);
            Problem = null;
            await WaitForModelAsync(_hosted, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException && (e is UnusableInputException ? e.Message : StartupFailure.Explain(e)) is { } why)
        {
            // One team without a fleet is told on the wall; the others go on.
            Problem = why;
            await StopAsync();
        }
    }

    private static WebApplication Build(FleetSettings settings, DataFolder folder)
    {
        try
        {
            return FleetHost.Build(settings);
        }
        catch
        {
            // Nobody else would give it back.
            folder.Dispose();
            throw;
        }
    }

    private async Task WaitForModelAsync(Hosted hosted, CancellationToken cancellation)
    {
        using var http = new HttpClient(new CapturedHandler(hosted.Server));
        http.DefaultRequestHeaders.Authorization = new("Bearer", hosted.Token);
        while (true)
        {
            using var answer = await http.GetAsync(Model, cancellation);
            if (answer.IsSuccessStatusCode) return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellation);
        }
    }

    private async Task StopAsync()
    {
        if (_hosted is not { } hosted) return;
        _hosted = null;
        _logs.IsEnding = true;
        await hosted.App.StopAsync(CancellationToken.None);
        await hosted.App.DisposeAsync();
        hosted.Folder.Dispose();
    }

    private sealed record Hosted(WebApplication App, CapturedServer Server, string Token, DataFolder Folder);
}
