namespace MonitoringDemo.Demo.Mystery.Case;

/// <summary>What a team says. A question that is null was not answered.</summary>
/// <param name="Since">The first row that was changed.</param>
/// <param name="Cause">One of <see cref="Truth.MysteryCauses"/>.</param>
/// <param name="Features">The features concerned; empty for none in particular.</param>
/// <param name="RetrainingIsRight">Whether a newly trained model is the right response.</param>
/// <param name="Action">One of <see cref="Truth.MysteryActions"/>.</param>
internal sealed record MysteryAnswer(
    long? Since = null,
    string? Cause = null,
    IReadOnlyList<string>? Features = null,
    bool? RetrainingIsRight = null,
    string? Action = null);
