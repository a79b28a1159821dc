namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>An input of a stream.</summary>
/// <param name="Name">As it stands in the header of the file.</param>
/// <param name="Categories">The names of its categories, by code; empty for a number.</param>
internal sealed record Column(string Name, params IReadOnlyList<string> Categories)
{
    /// <summary>Numbers named <paramref name="prefix"/>1, <paramref name="prefix"/>2 and so on.</summary>
    public static IEnumerable<Column> Numbers(string prefix, int count) =>
        Enumerable.Range(1, count).Select(i => new Column(FormattableString.Invariant($"{prefix}{i}")));

    /// <summary>Categories named <paramref name="prefix"/>0, <paramref name="prefix"/>1 and so on.</summary>
    public static IReadOnlyList<string> Codes(string prefix, int count) =>
        [.. Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"{prefix}{i}"))];
}
