namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>One entry of the feed: one thing that happened, with all that was said of it. A finding and its alert, or a decision,
/// its alert and its release, are one entry.</summary>
/// <param name="Id">The key of the entry: that of the message which came first.</param>
/// <param name="Row">The row it belongs to.</param>
/// <param name="Kind">One of <see cref="FeedKinds"/>.</param>
/// <param name="Title">A few words.</param>
/// <param name="Text">What happened, in plain sentences.</param>
/// <param name="UpdateId">The incident it belongs to, where there is one.</param>
/// <param name="Tone"><c>good</c>, <c>info</c>, <c>warning</c> or <c>critical</c>.</param>
/// <param name="Tag">A short label: a gate, a detector.</param>
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
    long? EndedAtRow = null)
{
    /// <summary>What it is about: the kind of the findings, or the action decided. Messages about the same topic at the same row of an incident are one entry.</summary>
    public string? Topic { get; init; }

    /// <summary>The same with its numbers, for who asks.</summary>
    public string? Detail { get; init; }

    /// <summary>The keys of the messages that are part of it, beside <see cref="Id"/>.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>The findings told by it.</summary>
    public IReadOnlyList<FoundShown> Found { get; init; } = [];

    /// <summary>The findings that a decision rests on.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    /// <summary>Who was told.</summary>
    public AlertShown? Alert { get; init; }

    /// <summary>What is served since.</summary>
    public ServedShown? Served { get; init; }

    /// <summary>The entries that this one answers.</summary>
    public IReadOnlyList<AnsweredShown> Answers { get; init; } = [];

    public bool Is(string key) => Id == key || Parts.Contains(key) || Found.Any(found => found.Id == key);
}
