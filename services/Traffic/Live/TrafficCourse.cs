using MonitoringDemo.Messages.Traffic;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Live;

/// <summary>Where the live world stands and how it goes on: pure, so that what a button does can be tested without a clock or a network.</summary>
/// <param name="state">Changed in place; whoever saves it saves the announcements with it.</param>
/// <param name="model">The model's name in commands.</param>
internal sealed class TrafficCourse(TrafficState state, string model)
{
    public const string Completed = "completed";
    public const string Replaced = "replaced";
    public const string EndedByHand = "ended by hand";

    private SongWorld? _world;

    public TrafficState State { get; } = state;

    public SongWorld World => _world ??= new SongWorld(State.Seed, [.. State.Eras.Select(era => era.ToEra())]);

    /// <summary>The running scenario, or null.</summary>
    public SavedEra? Running => State.Eras[^1] is { Running: true } era ? era : null;

    /// <summary>The state of the world before the next song; a scenario that has made no song yet has changed nothing.</summary>
    public WorldState Now => State.Eras[^1] is var era && era.FromRow < State.NextRow ? era.ToEra().StateAt(State.NextRow) : era.Before;

    /// <summary>Whether what happens to the world is told to nobody.</summary>
    public bool IsSecret => State.Eras[^1].IsSecret;

    /// <summary>How many times faster than the pace that is set songs come now.</summary>
    public double Haste => Running is { } running ? running.ToEra().Scenario.Haste(State.NextRow - running.FromRow) : 1;

    /// <summary>A world that was never played: history first, then the opening scenario.</summary>
    public static TrafficCourse Fresh(TrafficOptions options)
    {
        var course = new TrafficCourse(
            new TrafficState
            {
                Seed = options.Seed,
                WarmUp = options.WarmUp,
                NextRow = options.WarmUp,
                OutcomesNext = options.WarmUp,
                OutcomesAt = options.WarmUp,
                Pace = options.Pace,
                Eras = [new SavedEra(0, Steady.Id, WorldState.Steady, Running: false)],
            },
            options.Model);
        if (options.OpeningScenario != Steady.Id)
            course.Start(options.OpeningScenario);
        return course;
    }

    /// <summary>Lets a scenario begin with the next song.</summary>
    /// <param name="scenarioId">As in its manifest.</param>
    /// <param name="isSecret">True to announce nothing of it.</param>
    /// <returns>False when there is no such scenario.</returns>
    public bool Start(string scenarioId, bool isSecret = false)
    {
        if (ScenarioCatalog.TryGet(scenarioId) is not { Manifest: { IsRunOnly: false } manifest })
            return false;

        // Of a secret scenario not even its end is told.
        var replaced = Running is { IsSecret: false } running ? running.ScenarioId : null;
        if (replaced is not null)
            Announce(new ScenarioEnded(replaced, State.NextRow, Replaced));
        Begin(new SavedEra(State.NextRow, scenarioId, Now, Running: true) { IsSecret = isSecret });
        if (!isSecret) Announce(new ScenarioStarted(manifest.Id, manifest.Title, manifest.WhatToLookFor, State.NextRow, replaced));
        return true;
    }

    /// <summary>Ends the running scenario; the world stays as it is.</summary>
    public void End(string why)
    {
        if (Running is not { } running)
            return;
        Begin(new SavedEra(State.NextRow, Steady.Id, Now, Running: false) { IsSecret = running.IsSecret });
        if (!running.IsSecret) Announce(new ScenarioEnded(running.ScenarioId, State.NextRow, why));
    }

    public void SetPace(double songsPerSecond)
    {
        State.Pace = songsPerSecond;
        AnnouncePace();
    }

    public void AnnouncePace() => Announce(new PaceChanged(State.Pace, State.NextRow));

    /// <summary>Says which year it is and which taste reigns.</summary>
    public void AnnounceWorld()
    {
        State.WorldTold = IsSecret && State.WorldTold is { } told ? told : ToTell;
        Announce(new WorldChanged(State.WorldTold.Year, State.WorldTold.TasteInverted, State.NextRow));
    }

    /// <summary>How many songs the next request may carry: it must not run over the end of the scenario.</summary>
    public int Limit(int songs) => (int)Math.Min(songs, (Running?.EndRow ?? long.MaxValue) - State.NextRow);

    /// <summary>Takes note of the answer to the request under way.</summary>
    /// <param name="ids">The numbers in the prediction ids, one per song.</param>
    public void Acknowledge(ReadOnlySpan<long> ids)
    {
        for (int from = 0, i = 1; i <= ids.Length; i++)
        {
            if (i < ids.Length && ids[i] == ids[i - 1] + 1)
                continue;
            Remember(new AcknowledgedRows(State.NextRow + from, ids[from], i - from));
            from = i;
        }

        var before = State.NextRow;
        State.NextRow += ids.Length;
        State.InFlight = 0;
        if (!IsSecret && ToTell != State.WorldTold)
            AnnounceWorld();
        if (Running is not { } running)
            return;
        if (running.FromRow >= before)
            Command(running);
        if (State.NextRow >= running.EndRow)
            End(Completed);
    }

    /// <summary>The outcomes that became known since they were reported last, as far as one request can take them.</summary>
    /// <param name="most">Songs served that are looked at in one go.</param>
    public DueOutcomes Due(int most)
    {
        var served = State.OutcomesAt ?? State.OutcomesNext + World.Outcomes.Longest;
        return DueOutcomes.Between(World.Outcomes, State.OutcomesNext, served, Math.Min(State.NextRow, served + most));
    }

    /// <summary>Takes note that every outcome that was known when so many songs were served has been reported.</summary>
    public void Reported(long served)
    {
        State.OutcomesAt = served;
        var nextRow = State.OutcomesNext = Math.Max(State.OutcomesNext, served - World.Outcomes.Longest);
        State.Acknowledged.RemoveAll(rows => rows.End <= nextRow);
        while (State.Eras.Count > 1 && State.Eras[1].FromRow <= nextRow)
            State.Eras.RemoveAt(0);
    }

    /// <summary>The number in the prediction id of a song whose outcome is due.</summary>
    public long IdOf(long row)
    {
        var rows = State.Acknowledged.Find(rows => row >= rows.Row && row < rows.End)
            ?? throw new InvalidOperationException($"The prediction id of song {row} is not known.");
        return rows.Id + row - rows.Row;
    }

    /// <summary>The world of the next song, also where that is the first of its scenario.</summary>
    private WorldTold ToTell
    {
        get
        {
            var next = State.Eras[^1].ToEra().StateAt(State.NextRow);
            return new WorldTold((int)next.Year, next.TasteInverted);
        }
    }

    private void Begin(SavedEra era)
    {
        // Two scenarios started before the next song: the first made no song.
        if (State.Eras[^1].FromRow == era.FromRow && State.Eras.Count > 1)
            State.Eras.RemoveAt(State.Eras.Count - 1);
        State.Eras.Add(era);
        _world = null;
    }

    private void Command(SavedEra running)
    {
        foreach (var command in ScenarioCatalog.TryGet(running.ScenarioId)?.CommandsAtOnset(model, running.FromRow) ?? [])
            State.Outbox.Add(command, command.UpdateId);
    }

    private void Remember(AcknowledgedRows rows)
    {
        if (State.Acknowledged is [.., var last] && last.End == rows.Row && last.Id + last.Count == rows.Id)
            State.Acknowledged[^1] = last with { Count = last.Count + rows.Count };
        else
            State.Acknowledged.Add(rows);
    }

    private void Announce<T>(T message)
        where T : class => State.Outbox.Add(message, FormattableString.Invariant($"{State.Seed}-{State.NextRow}-{State.Announcements++}"));
}
