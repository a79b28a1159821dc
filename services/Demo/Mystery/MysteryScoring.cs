using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Demo.Mystery.Truth;

namespace MonitoringDemo.Demo.Mystery;

/// <summary>Holds what a team said and did against the truth. Pure.</summary>
internal static class MysteryScoring
{
    private const double ForSince = 12, ForPromptness = 8, ForCause = 20, ForFeatures = 15, ForRetraining = 15, ForAction = 20;

    /// <summary>So many rows beside the onset cost nothing; ten times as many cost all. Where the change comes slowly, a quarter of its ramp.</summary>
    private const double FreeRows = 250, AllRows = 10;

    /// <summary>Of many moved features so many named are all that is asked.</summary>
    private const int FeaturesAsked = 3;

    public static MysteryScore Of(MysteryTruth truth, GivenAnswer? given, IReadOnlyList<MysteryLine> lines)
    {
        var answer = given?.Answer ?? new MysteryAnswer();
        return new MysteryScore(
            answer.Since is { } since ? ForSince * Nearness(Math.Abs(since - truth.OnsetRow), Math.Max(FreeRows, truth.Ramp / 4.0)) : 0,
            given is not null && Says(answer) ? ForPromptness * Promptness(given.Row - truth.OnsetRow, truth.Length) : 0,
            answer.Cause == truth.Cause ? ForCause : 0,
            answer.Features is { } features ? ForFeatures * Overlap(features, truth.Features) : 0,
            answer.RetrainingIsRight == truth.RetrainingIsRight ? ForRetraining : 0,
            answer.Action == truth.Action ? ForAction : 0,
            MysteryDamage.Left(truth, lines));
    }

    /// <summary>Whether it names when or what: a quick guess at the response alone is not prompt.</summary>
    private static bool Says(MysteryAnswer answer) => answer.Since is not null && answer.Cause is not null;

    private static double Nearness(double off, double free) => Math.Clamp((AllRows - (off / free)) / (AllRows - 1), 0, 1);

    // Full until half of it is over, nothing from twice its length on; an answer before the onset is a guess.
    private static double Promptness(long rowsSinceOnset, long length) =>
        rowsSinceOnset < 0 ? 0 : Math.Clamp((2 - (rowsSinceOnset / (double)length)) / 1.5, 0, 1);

    /// <summary>The harmonic mean of precision and recall; 1 where there is none and none was named.</summary>
    private static double Overlap(IReadOnlyList<string> named, IReadOnlyList<string> moved)
    {
        if (moved.Count == 0) return named.Count == 0 ? 1 : 0;
        var distinct = named.Distinct(StringComparer.Ordinal).ToList();
        var right = distinct.Count(moved.Contains);
        if (right == 0) return 0;
        var precision = right / (double)distinct.Count;
        var recall = Math.Min(1, right / (double)Math.Min(FeaturesAsked, moved.Count));
        return 2 * precision * recall / (precision + recall);
    }
}
