namespace MonitoringDemo.Releases.Candidates;

/// <summary>One bad candidate of the measurement.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Amount">How much: the spread of the noise in log-odds, the category, microseconds a row, the score, log-odds taken off, or the share of rows.</param>
internal sealed record BadCandidate(BadKind Kind, double Amount)
{
    /// <summary>The twenty that are tried.</summary>
    public static IReadOnlyList<BadCandidate> All { get; } =
    [
        new(BadKind.Worse, 2), new(BadKind.Worse, 3), new(BadKind.Worse, 4), new(BadKind.Worse, 8),
        new(BadKind.WorseOnASlice, 0), new(BadKind.WorseOnASlice, 2), new(BadKind.WorseOnASlice, 5), new(BadKind.WorseOnASlice, 7),
        new(BadKind.Slow, 300), new(BadKind.Slow, 600), new(BadKind.Slow, 5_000),
        new(BadKind.Constant, 0.1), new(BadKind.Constant, 0.5), new(BadKind.Constant, 0.9),
        new(BadKind.Biased, 1), new(BadKind.Biased, 2), new(BadKind.Biased, 4),
        new(BadKind.NoNumber, 0.02), new(BadKind.NoNumber, 0.002), new(BadKind.NoNumber, 0.001),
    ];

    /// <summary>The name of the trainer that makes it.</summary>
    public string Trainer => FormattableString.Invariant($"bad-{Kind.ToString().ToLowerInvariant()}-{Amount:0.####}");

    /// <summary>In words.</summary>
    public string Words => Kind switch
    {
        BadKind.Worse => FormattableString.Invariant($"noise of {Amount:0.#} in its log-odds"),
        BadKind.WorseOnASlice => FormattableString.Invariant($"the opposite where key={Amount:0}"),
        BadKind.Slow => FormattableString.Invariant($"{Amount / 1_000:0.0} ms a row"),
        BadKind.Constant => FormattableString.Invariant($"{Amount:0.0} for every row"),
        BadKind.Biased => FormattableString.Invariant($"{Amount:0.#} less in log-odds where mode=0"),
        _ => FormattableString.Invariant($"NaN in a band of tempo that {100 * Amount:0.###} % of the rows are in"),
    };
}
