using System.Collections.Concurrent;

namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary>Every team of the classroom.</summary>
internal sealed class TeamFleets(IReadOnlyList<TeamFleet> teams, ILogger<TeamFleets> logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentBag<Task> _resets = [];
    private volatile string? _spotlight;

    /// <summary>In the order of the wall.</summary>
    public IReadOnlyList<TeamFleet> All { get; } = teams;

    /// <summary>The team that the wall shows large; null for none.</summary>
    public string? Spotlight
    {
        get => _spotlight;
        set => _spotlight = value;
    }

    public TeamFleet? ByName(string name) => All.FirstOrDefault(team => team.Pass.Name == name);

    /// <summary>Every code is compared, and each for as long as the others.</summary>
    public TeamFleet? ByCode(string code)
    {
        TeamFleet? found = null;
        foreach (var team in All)
        {
            if (JoinCode.Same(team.Pass.Code, code)) found = team;
        }

        return found;
    }

    /// <summary>Starts them, one a core at a time: each trains its first model.</summary>
    public Task StartAsync(CancellationToken cancellation) => OneACoreAsync(All, static (team, stop) => team.StartAsync(stop), cancellation);

    /// <summary>Lets some begin again, and does not wait for it: the wall shows how it goes.</summary>
    public void Reset(IReadOnlyList<TeamFleet> some) => _resets.Add(Task.Run(async () =>
    {
        try
        {
            await OneACoreAsync(some, static (team, stop) => team.ResetAsync(stop), _ending.Token);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The classroom ends: whoever had not begun again goes on at the next start.
        }
#pragma warning disable CA1031 // Nobody waits for it: what went wrong has to be told here.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogError(e, "A fleet could not start over");
        }
    }));

    /// <summary>Stops all of them.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAll(_resets);
        await Task.WhenAll(All.Select(team => team.DisposeAsync().AsTask()));
        _ending.Dispose();
    }

    private static Task OneACoreAsync(IEnumerable<TeamFleet> some, Func<TeamFleet, CancellationToken, Task> work, CancellationToken cancellation) =>
        Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, async (team, stop) => await work(team, stop));
}
