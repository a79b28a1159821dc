namespace MonitoringDemo.Demo.Mystery.Case;

/// <summary>Something that the team did, or that its fleet found, decided or released.</summary>
/// <param name="Row">The row at which it happened.</param>
/// <param name="Who"><c>team</c> or <c>fleet</c>.</param>
/// <param name="What">One of <see cref="MysteryDeeds"/>.</param>
/// <param name="Text">One sentence.</param>
/// <param name="UpdateId">The incident that it belongs to.</param>
internal sealed record MysteryLine(long Row, string Who, string What, string Text, string UpdateId);
