using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Inference.Tests.Requests;

/// <summary>What a prediction request says, read plainly and slowly from a document; null when it has to be refused.</summary>
internal sealed partial class ReferenceRequest
{
    private const int LongestCategory = 256;
    private const int LongestRequestId = 100;

    public List<double> Values { get; } = [];

    public List<long> Times { get; } = [];

    public string? RequestId { get; private set; }

    private int Rows { get; set; }

    public static ReferenceRequest? Read(byte[] body, FeatureSchema schema, int most)
    {
        using var document = Document(body);
        var request = new ReferenceRequest();
        return document is not null && request.Take(document.RootElement, schema, most) ? request : null;
    }

    public static JsonDocument? Document(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The only members of that name; false where there are none, more, or others beside them.</summary>
    public static bool HasOnly(JsonElement element, params string[] names) =>
        element.ValueKind == JsonValueKind.Object
        && element.EnumerateObject().Select(NameOf).ToList() is var found
        && found.TrueForAll(name => names.Contains(name)) && found.Distinct().Count() == found.Count;

    /// <summary>A value as it stands in the body, each byte a character: it need not be text.</summary>
    public static string Raw(JsonElement element) => Encoding.Latin1.GetString(JsonMarshal.GetRawUtf8Value(element));

    private bool Take(JsonElement root, FeatureSchema schema, int most)
    {
        if (!HasOnly(root, "instance", "instances", "requestId", "eventTime", "eventTimes")) return false;

        var (one, many) = (root.TryGetProperty("instance", out var row), root.TryGetProperty("instances", out var rows));
        if (one == many || (many && rows.ValueKind != JsonValueKind.Array)) return false;
        var taken = one ? [row] : rows.EnumerateArray().ToList();
        Rows = taken.Count;
        return Rows > 0 && Rows <= most && taken.TrueForAll(each => TakeRow(each, schema)) && TakeRequestId(root) && TakeTimes(root);
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private bool TakeRow(JsonElement row, FeatureSchema schema)
    {
        if (!HasOnly(row, [.. schema.Features.Select(feature => feature.Name)])) return false;

        foreach (var feature in schema.Features)
        {
            if (!row.TryGetProperty(feature.Name, out var field) || Value(field, feature) is not { } value) return false;
            Values.Add(value);
        }

        return true;
    }

    private static double? Value(JsonElement field, Feature feature) => field.ValueKind switch
    {
        JsonValueKind.Null when feature.Nullable => double.NaN,
        JsonValueKind.Number when feature.Kind == FeatureKind.Numeric => field.GetDouble() is var value && double.IsFinite(value) ? value : null,
        JsonValueKind.String when feature.Kind == FeatureKind.Categorical => Code(Text(field, LongestCategory), feature),
        JsonValueKind.Number when feature.Kind == FeatureKind.Categorical => CodeOfNumber(field, feature),
        _ => null,
    };

    private static double Code(string? text, Feature feature) =>
        text is not null && feature.Categories.ToList().IndexOf(text) is >= 0 and var code ? code : feature.Categories.Count;

    /// <summary>As it is written, else by its value: 5.0 is 5.</summary>
    private static double CodeOfNumber(JsonElement field, Feature feature)
    {
        var written = Code(Raw(field), feature);
        if (written < feature.Categories.Count) return written;
        var value = feature.Categories.ToList().FindIndex(category => double.TryParse(category, System.Globalization.CultureInfo.InvariantCulture, out var number) && number == field.GetDouble());
        return value < 0 ? feature.Categories.Count : value;
    }

    private bool TakeRequestId(JsonElement root)
    {
        if (!root.TryGetProperty("requestId", out var id) || id.ValueKind == JsonValueKind.Null) return true;
        RequestId = id.ValueKind == JsonValueKind.String ? Text(id, 8 * LongestRequestId) : null;
        return RequestId is { Length: > 0 and <= LongestRequestId };
    }

    private bool TakeTimes(JsonElement root)
    {
        var (one, many) = (root.TryGetProperty("eventTime", out var time), root.TryGetProperty("eventTimes", out var times));
        if ((one && many) || (many && times.ValueKind != JsonValueKind.Array)) return false;
        foreach (var each in one ? [time] : many ? times.EnumerateArray().ToList() : [])
        {
            if (each.ValueKind == JsonValueKind.Null) Times.Add(EventTime.Unknown);
            else if (each.ValueKind == JsonValueKind.String && Raw(each) is var raw && Rfc3339().IsMatch(raw) && each.TryGetDateTimeOffset(out var read)) Times.Add(read.ToUnixTimeMilliseconds());
            else return false;
        }

        return Times.Count == 0 || Times.Count == Rows;
    }

    /// <summary>Null where it is longer than that as it stands, or no text at all.</summary>
    private static string? Text(JsonElement element, int longest)
    {
        if (element.ValueKind == JsonValueKind.Number) return element.GetRawText() is { Length: <= LongestCategory } digits ? digits : null;
        try
        {
            return RawBytes(element) > longest + 2 ? null : element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static int RawBytes(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).Length;

    [GeneratedRegex(@"^""[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})""\z")]
    private static partial Regex Rfc3339();
}
