namespace MonitoringDemo.Demo.Mystery.Case;

/// <summary>One hidden scenario for one team, from its order to its reveal. Stored.</summary>
/// <param name="Id">Says nothing of what it is.</param>
/// <param name="Team">Whose it is.</param>
/// <param name="Seed">Which scenario and when follow from it.</param>
/// <param name="ScenarioId">What happens.</param>
/// <param name="ArmedAtRow">The row at which it was ordered.</param>
/// <param name="OnsetAfter">So many rows later it begins.</param>
internal sealed record MysteryCase(string Id, string Team, ulong Seed, string ScenarioId, long ArmedAtRow, long OnsetAfter)
{
    /// <summary>The first row that it changed; null before it has begun.</summary>
    public long? OnsetRow { get; init; }

    /// <summary>The row at which all was told; null before that.</summary>
    public long? RevealedAtRow { get; init; }

    /// <summary>Whether it ended without a reveal that counts: it had not begun, or the fleet started over.</summary>
    public bool IsVoid { get; init; }

    /// <summary>Every answer, oldest first.</summary>
    public IReadOnlyList<GivenAnswer> Answers { get; init; } = [];

    /// <summary>What team and fleet did, oldest first.</summary>
    public IReadOnlyList<MysteryLine> Lines { get; init; } = [];

    public bool IsOpen => RevealedAtRow is null;
}
