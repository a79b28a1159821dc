namespace MonitoringDemo.Demo.Labs.Endpoint;

/// <summary>What happens to an endpoint in a world of lab 13, from a call on.</summary>
/// <param name="Name">As the answers call it.</param>
/// <param name="Changes">The signal in which the change begins; one of <see cref="EndpointSignals"/>, or none.</param>
/// <param name="Onset">The first call that is changed.</param>
internal sealed record EndpointWorld(string Name, string Changes, int Onset)
{
    public const int Calls = 3_000;

    /// <summary>The first in which nothing changes; then a model that answers at more length, one that refuses more, users who ask of something new, and a slower machine.</summary>
    public static IReadOnlyList<EndpointWorld> All { get; } =
    [
        new("A", EndpointSignals.None, Calls),
        new("B", EndpointSignals.AnswerTokens, 1_730),
        new("C", EndpointSignals.Refused, 1_410),
        new("D", EndpointSignals.Embedding, 1_960),
        new("E", EndpointSignals.Latency, 1_520),
    ];

    /// <summary>Whether a call comes after the change.</summary>
    public bool IsChanged(int call, string signal) => call >= Onset && Changes == signal;
}
