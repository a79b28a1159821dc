using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Release;

/// <summary>How a canary stands beside the champion. Both score every row, whichever of them answers it.</summary>
/// <param name="StepRows">Rows of this step that both have scored and whose outcome has come.</param>
/// <param name="StepServed">Rows of this step that both have scored.</param>
/// <param name="Race">By outcomes, over all its steps.</param>
/// <param name="Unscored">Rows to which the canary gave no score and the champion did, over all its steps.</param>
/// <param name="UnscoredRow">The first of them.</param>
/// <param name="Shift">The answer whose share is proven to have moved too far, while outcomes are late; null for none.</param>
internal sealed record CanaryStanding(int StepRows, int StepServed, RaceStanding Race, int Unscored, long UnscoredRow, AnswerShift? Shift)
{
    /// <summary>The slice of rows on which it looks worst; null where rows have no slices.</summary>
    public SliceStanding? Slice { get; init; }

    /// <summary>How long it takes to score; null where nothing was measured.</summary>
    public TimesStanding? Times { get; init; }

    /// <summary>Something speaks against it, by less than ends it: it does not go on.</summary>
    public bool Leans => Race.LeansWorse || Slice is { LeansWorse: true } || Times is { Leans: true };
}
