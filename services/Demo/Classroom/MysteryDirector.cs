using System.Security.Cryptography;
using MonitoringDemo.Demo.Classroom.Teams;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Messages.Traffic;
using MonitoringDemo.Traffic;

namespace MonitoringDemo.Demo.Classroom;

/// <summary>Lets hidden scenarios begin when they are due, and takes note of when they did.</summary>
internal sealed class MysteryDirector(TeamFleets teams, MysteryBook book, TimeProvider time, ILogger<MysteryDirector> logger) : BackgroundService
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, long> _sent = [];

    /// <summary>Orders a mystery for a team whose fleet runs.</summary>
    /// <returns>Why not; null where it is ordered.</returns>
    public async Task<string?> OrderAsync(TeamFleet team, ulong seed, CancellationToken cancellation)
    {
        if (team.Get<IWorldTruth>()?.Now is not { } truth) return $"The fleet of {team.Pass.Name} does not run, or no songs come yet. {team.Problem}";
        var one = new MysteryCase(NewId(), team.Pass.Name, seed, MysteryDraw.Scenario(seed).Manifest.Id, truth.NextRow, MysteryDraw.RowsUntilOnset(seed));
        if (!book.TryOpen(one)) return $"A mystery of {team.Pass.Name} runs already: reveal it first.";
        // What runs openly ends now: its end at the onset would give that away.
        if (truth is { ScenarioId: not null, IsSecret: false }) await team.SendAsync(new EndScenario(), cancellation);
        return null;
    }

    /// <summary>Tells a team all, and ends the scenario.</summary>
    /// <returns>Why not; null where it is told.</returns>
    public async Task<string?> RevealAsync(TeamFleet team, CancellationToken cancellation)
    {
        var now = team.Get<IWorldTruth>()?.Now;
        if (book.OpenOf(team.Pass.Name) is null) return $"No mystery of {team.Pass.Name} runs.";
        book.Change(team.Pass.Name, one => one with { RevealedAtRow = now?.NextRow ?? one.OnsetRow ?? one.ArmedAtRow, IsVoid = one.OnsetRow is null });
        if (now is { IsSecret: true, ScenarioId: not null }) await team.SendAsync(new EndScenario(), cancellation);
        return null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_between, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var team in teams.All) await LookAsync(team, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The classroom ends; what is open goes on at the next start.
        }
    }

    private async Task LookAsync(TeamFleet team, CancellationToken cancellation)
    {
        var name = team.Pass.Name;
        if (book.OpenOf(name) is not { OnsetRow: null } one || team.Get<IWorldTruth>()?.Now is not { } truth) return;
        if (truth.NextRow < one.ArmedAtRow)
        {
            // The fleet started over: the world in which it was to happen is gone.
            book.Change(name, open => open with { RevealedAtRow = open.ArmedAtRow, IsVoid = true });
        }
        else if (truth.IsSecret && truth.ScenarioId == one.ScenarioId && truth.OnsetRow >= one.ArmedAtRow)
        {
            book.Change(name, open => open with { OnsetRow = truth.OnsetRow });
        }
        else if (truth.NextRow >= one.ArmedAtRow + one.OnsetAfter && IsDue(one.Id))
        {
            try
            {
                await team.SendAsync(new StartScenario(one.ScenarioId, IsSecret: true), cancellation);
            }
            catch (InvalidOperationException e)
            {
                // It stopped in this moment; the next look finds out what became of it.
                logger.LogWarning("The mystery of {Team} could not begin: {Why}", name, e.Message);
            }
        }
    }

    /// <summary>Once, and again if nothing came of it.</summary>
    private bool IsDue(string id)
    {
        if (_sent.TryGetValue(id, out var at) && time.GetElapsedTime(at) < s_patience) return false;
        _sent[id] = time.GetTimestamp();
        return true;
    }

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
}
