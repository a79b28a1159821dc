namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>One line of the feed.</summary>
/// <param name="Id">The key of the line: a message that comes again changes nothing.</param>
/// <param name="Row">The row it belongs to.</param>
/// <param name="Kind"><c>finding</c>, <c>decision</c>, <c>release</c>, <c>alert</c> or <c>scenario</c>.</param>
/// <param name="Title">A few words.</param>
/// <param name="Text">One sentence.</param>
/// <param name="UpdateId">The story it belongs to, where there is one.</param>
/// <param name="Tone"><c>good</c>, <c>info</c>, <c>warning</c> or <c>critical</c>.</param>
/// <param name="Tag">A short label: an owner, a gate, a detector.</param>
/// <param name="EndedAtRow">The row at which it stopped to hold; null while it does, or when it cannot.</param>
internal sealed record FeedEntry(
    string Id,
    long Row,
    string Kind,
    string Title,
    string Text,
    string? UpdateId,
    string Tone,
    string? Tag = null,
    long? EndedAtRow = null);
