namespace MonitoringDemo.Traffic.Scenarios;

/// <summary>The truth about a scenario: what a viewer sees, and what the fleet must and must not do. One shared rule turns it into a verdict.</summary>
/// <remarks>Rows count from 0 in the order of the stream; ranges are half-open. Live, a scenario begins with the next song instead of at <see cref="Onset"/>.</remarks>
public sealed record ScenarioManifest
{
    /// <summary>Lower-case with hyphens; what people type.</summary>
    public required string Id { get; init; }

    /// <summary>A few words, for a button; the one name that people see, on the page and in documents.</summary>
    public required string Title { get; init; }

    /// <summary>What it does, in half a dozen words: stands on the button below the title.</summary>
    public string InShort { get; init; } = "";

    /// <summary>Where it stands in lists: one of <see cref="ScenarioGroups.All"/>.</summary>
    public string Group { get; init; } = ScenarioGroups.Own;

    /// <summary>How large the change is, in words with their unit; empty where there is nothing to measure.</summary>
    public string Size { get; init; } = "";

    /// <summary>What a viewer will see, in one or two sentences.</summary>
    public required string WhatToLookFor { get; init; }

    /// <summary>The action that a good fleet takes (see <c>DecisionActions</c>), or <c>none</c>.</summary>
    public required string RightResponse { get; init; }

    /// <summary>All songs of a run, those of the warm-up included.</summary>
    public long Songs { get; init; } = 20_000;

    /// <summary>Rows of history that model 1 is trained on; they are not served.</summary>
    public long WarmUp { get; init; } = 5_000;

    /// <summary>The first row that is changed.</summary>
    public long Onset { get; init; } = 8_000;

    /// <summary>Rows from the onset until the change is complete; 0 = from one song to the next.</summary>
    public long Ramp { get; init; }

    /// <summary>Rows from the onset until what will be mended begins.</summary>
    public long BreaksAfter { get; init; }

    /// <summary>Rows from the onset until the change is mended; null when it stays.</summary>
    public long? MendedAfter { get; init; }

    /// <summary>Each must be met by a finding at or after the onset.</summary>
    public IReadOnlyList<FindingPattern> RequiredFindings { get; init; } = [];

    /// <summary>None may be met between warm-up and end.</summary>
    public IReadOnlyList<FindingPattern> ForbiddenFindings { get; init; } = [];

    /// <summary>Each must be met by a decision at or after the onset.</summary>
    public IReadOnlyList<ActionPattern> RequiredActions { get; init; } = [];

    /// <summary>Actions that must not be taken between warm-up and end.</summary>
    public IReadOnlyList<string> ForbiddenActions { get; init; } = [];

    /// <summary>Actions that are tolerated, but seldom.</summary>
    public IReadOnlyList<ActionLimit> ActionLimits { get; init; } = [];

    /// <summary>Promotions after model 1 that there must be at least.</summary>
    public int MinPromotions { get; init; }

    /// <summary>Promotions after model 1 that there may be at most; null for any number.</summary>
    public int? MaxPromotions { get; init; }

    /// <summary>The trigger for which every promoted version after model 1 must have been trained; null takes any.</summary>
    public string? Trigger { get; init; }

    /// <summary>True where a run of its own is needed: the fleet is set to something, or deployed anew. Live it cannot be started.</summary>
    public bool IsRunOnly { get; init; }

    /// <summary>How good the fleet must be.</summary>
    public ScenarioBudget Budget { get; init; } = new();

    /// <summary>The first row after the mend; null when the change stays.</summary>
    public long? MendRow => Onset + MendedAfter;

    /// <summary>The same scenario over another number of songs; the world goes on in the state that it reached.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Too few songs to pass the onset.</exception>
    public ScenarioManifest WithSongs(long songs)
    {
        var least = Math.Max(Onset, WarmUp) + 1;
        return songs >= least
            ? this with { Songs = songs }
            : throw new ArgumentOutOfRangeException(nameof(songs), songs, $"The scenario '{Id}' needs at least {least} songs.");
    }
}
