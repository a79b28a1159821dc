using System.Text.Json;

namespace MonitoringDemo.ControlRoom.Control;

/// <summary>The JSON object of a command. Read by hand, so that whatever is wrong is said by field.</summary>
internal sealed class CommandBody
{
    private const int LongestBytes = 4096;

    private readonly JsonElement _json;
    private readonly IResult? _problem;

    private CommandBody(JsonElement json) => _json = json;

    private CommandBody(IResult problem) => _problem = problem;

    public static async Task<CommandBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > LongestBytes)
            return new CommandBody(TypedResults.Problem($"The body is longer than {LongestBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge));

        try
        {
            using var document = JsonDocument.Parse(buffer.AsMemory(0, length), new JsonDocumentOptions { MaxDepth = 8 });
            return document.RootElement.ValueKind == JsonValueKind.Object && IsText(document.RootElement)
                ? new CommandBody(document.RootElement.Clone())
                : new CommandBody(Invalid("body", "body must be a JSON object."));
        }
        catch (JsonException)
        {
            return new CommandBody(Invalid("body", "body must be a JSON object."));
        }
    }

    // The grammar of JSON takes "\ud800", and bytes that are no UTF-8; as text there is no such thing.
    private static bool IsText(JsonElement json)
    {
        try
        {
            return json.EnumerateObject().All(member => member.Name is not null && (member.Value.ValueKind != JsonValueKind.String || member.Value.GetString() is not null));
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Null when the field is there and of the right kind; otherwise the answer that says what is wrong.</summary>
    public IResult? TryGet(string field, JsonValueKind kind, string what, out JsonElement value)
    {
        value = default;
        return _problem ?? (_json.TryGetProperty(field, out value) && value.ValueKind == kind ? null : Invalid(field, $"{field} must be {what}."));
    }

    /// <summary>Whether the field is there, of whatever kind; one that is null counts as left out.</summary>
    public bool Has(string field) => _problem is null && _json.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>The text of a field that may be left out.</summary>
    public string TextOr(string field, string otherwise) =>
        _problem is null && _json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : otherwise;

    public static IResult Invalid(string field, string message) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [message] }, detail: message);
}
