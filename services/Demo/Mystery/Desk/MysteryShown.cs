using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Demo.Mystery.Truth;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Demo.Mystery.Desk;

/// <summary>What a team is shown of its newest case. Before the reveal nothing in it depends on what happens or when.</summary>
/// <param name="State"><c>none</c>, <c>running</c> from the order on, or <c>revealed</c>.</param>
/// <param name="OrderedAtRow">The row at which it was ordered; something begins later, or has begun.</param>
/// <param name="Causes">The choices for <c>cause</c>.</param>
/// <param name="Actions">The choices for <c>action</c>.</param>
/// <param name="Features">The choices for <c>features</c>.</param>
/// <param name="Answer">The answer that counts now.</param>
/// <param name="AnsweredAtRow">When it was given.</param>
/// <param name="Truth">Only when it is revealed.</param>
/// <param name="Score">Only when it is revealed.</param>
internal sealed record MysteryShown(
    string State,
    long? OrderedAtRow,
    IReadOnlyList<MysteryChoice> Causes,
    IReadOnlyList<MysteryChoice> Actions,
    IReadOnlyList<string> Features,
    MysteryAnswer? Answer,
    long? AnsweredAtRow,
    MysteryTruth? Truth,
    MysteryScore? Score)
{
    public static MysteryShown Of(MysteryCase? one)
    {
        var given = one is { Answers: [.., var last] } ? last : null;
        var result = one is null ? null : MysteryResult.Of(one);
        var state = one is null or { IsVoid: true } ? "none" : one.IsOpen ? "running" : "revealed";
        return new MysteryShown(
            state, one?.ArmedAtRow, MysteryCauses.All, MysteryActions.All, [.. SongSchema.Instance.Features.Select(feature => feature.Name)],
            given?.Answer, given?.Row, result?.Truth, result?.Score);
    }
}
