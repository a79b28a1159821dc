using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringDemo.ServiceDefaults.State;

internal sealed class OutgoingMessageConverter : JsonConverter<OutgoingMessage>
{
    public override OutgoingMessage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        var name = json.RootElement.GetProperty("type").GetString()!;
        var type = Type.GetType(name, throwOnError: false) ?? throw new JsonException($"the message type '{name}' is not known here");
        var message = json.RootElement.GetProperty("body").Deserialize(type, options) ?? throw new JsonException($"a {type.Name} without body");
        return new OutgoingMessage(message, json.RootElement.GetProperty("key").GetString()!);
    }

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
