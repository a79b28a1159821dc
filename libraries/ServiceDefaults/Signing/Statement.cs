using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>An in-toto statement: https://in-toto.io/Statement/v1.</summary>
internal sealed record Statement(
    [property: JsonPropertyName("_type")] string Type,
    IReadOnlyList<StatementSubject> Subject,
    string PredicateType,
    JsonElement Predicate)
{
    public const string TypeV1 = "https://in-toto.io/Statement/v1";
}

internal sealed record StatementSubject(string Name, IReadOnlyDictionary<string, string> Digest);
