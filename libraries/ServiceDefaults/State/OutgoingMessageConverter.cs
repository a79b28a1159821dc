using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringDemo.ServiceDefaults.State;

internal sealed class OutgoingMessageConverter : JsonConverter<OutgoingMessage>
{
    public override OutgoingMessage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        var name = Member(json.RootElement, "type", JsonValueKind.String).GetString()!;
        var type = TypeOf(name) ?? throw new JsonException($"the message type '{name}' is not known here; run a newer version");
        var message = Member(json.RootElement, "body", JsonValueKind.Object).Deserialize(type, options) ?? throw new JsonException($"a {type.Name} without body");
        return new OutgoingMessage(message, Member(json.RootElement, "key", JsonValueKind.String).GetString()!);
    }

    // A name that is none can be refused by an exception all the same.
    private static Type? TypeOf(string name)
    {
        try
        {
            return Type.GetType(name, throwOnError: false);
        }
        catch (Exception e) when (e is IOException or ArgumentException or TypeLoadException or BadImageFormatException)
        {
            return null;
        }
    }

    private static JsonElement Member(JsonElement message, string name, JsonValueKind kind) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(name, out var member) && member.ValueKind == kind
            ? member
            : throw new JsonException($"a message that waits has no '{name}'");

    public override void Write(Utf8JsonWriter writer, OutgoingMessage value, JsonSerializerOptions options)
    {
        var type = value.Message.GetType();
        writer.WriteStartObject();
        writer.WriteString("type", $"{type.FullName}, {type.Assembly.GetName().Name}");
        writer.WriteString("key", value.Key);
        writer.WritePropertyName("body");
        JsonSerializer.Serialize(writer, value.Message, type, options);
        writer.WriteEndObject();
    }
}
