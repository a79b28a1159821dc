namespace MonitoringDemo.Demo.Mystery.Case;

/// <summary>An answer and when it was given. A team may answer again until the case is revealed; the last one counts.</summary>
/// <param name="Row">The row that the page stood at.</param>
/// <param name="Answer">What was said.</param>
internal sealed record GivenAnswer(long Row, MysteryAnswer Answer);
