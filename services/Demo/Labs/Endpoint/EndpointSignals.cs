namespace MonitoringDemo.Demo.Labs.Endpoint;

/// <summary>What can be watched of a language model without knowing whether its answers are right.</summary>
internal static class EndpointSignals
{
    public const string None = "none";
    public const string AnswerTokens = "answer-tokens";
    public const string Latency = "latency-ms";
    public const string Cost = "cost";
    public const string Refused = "refused";
    public const string Embedding = "embedding";

    private const int Reference = 300;

    /// <summary>Those that a participant may name.</summary>
    public static IReadOnlyList<string> All { get; } = [None, AnswerTokens, Latency, Cost, Refused, Embedding];

    /// <summary>Those in which a change can begin.</summary>
    public static IReadOnlyList<string> Watched { get; } = [AnswerTokens, Latency, Refused, Embedding];

    /// <summary>The values of a signal, one a call.</summary>
    public static IReadOnlyList<double> Of(string signal, IReadOnlyList<LanguageModelCall> calls) => signal switch
    {
        AnswerTokens => [.. calls.Select(call => (double)call.AnswerTokens)],
        Latency => [.. calls.Select(call => call.LatencyMs)],
        Cost => [.. calls.Select(call => call.Cost)],
        Refused => [.. calls.Select(call => call.Refused ? 1.0 : 0)],
        _ => Distances(calls),
    };

    // How far each prompt is from the nearest of the first ones: what was asked before is near.
    private static List<double> Distances(IReadOnlyList<LanguageModelCall> calls)
    {
        var vectors = calls.Select(call => HashedNGrams.Of(call.Prompt)).ToList();
        return [.. vectors.Select((vector, call) => Enumerable.Range(0, Reference).Where(each => each != call).Min(each => HashedNGrams.Distance(vector, vectors[each])))];
    }
}
