namespace MonitoringDemo.EndToEnd.Tests.Traces;

/// <summary>A span as it came over OTLP.</summary>
/// <param name="Service">The resource's <c>service.name</c>.</param>
/// <param name="Trace">The trace id, in hexadecimal.</param>
/// <param name="Id">Its id.</param>
/// <param name="Parent">The id of the span above it; empty for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">1 internal, 2 server, 3 client, 4 producer, 5 consumer.</param>
/// <param name="Attributes">Its attributes, as text.</param>
/// <param name="Links">The traces that it is linked to.</param>
internal sealed record ReceivedSpan(string Service, string Trace, string Id, string Parent, string Name, int Kind, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<string> Links)
{
    public const int Internal = 1;
    public const int Server = 2;
    public const int Client = 3;
    public const int Producer = 4;
    public const int Consumer = 5;

    /// <summary>An attribute; empty where there is none.</summary>
    public string Of(string attribute) => Attributes.GetValueOrDefault(attribute, "");

    public override string ToString() => $"{Service}: {Name} ({Kind}) {string.Join(' ', Attributes.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}={each.Value}"))}";
}
