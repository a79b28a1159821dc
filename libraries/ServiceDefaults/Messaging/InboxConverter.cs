using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>Writes the ids as one base64 text: the inbox is saved with every checkpoint, so it has to be small and quick.</summary>
internal sealed class InboxConverter : JsonConverter<Inbox>
{
    private const int Size = 16;

    public override Inbox Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        var inbox = new Inbox(json.RootElement.GetProperty("capacity").GetInt32());
        var ids = json.RootElement.GetProperty("ids").GetBytesFromBase64();
        if (ids.Length % Size != 0) throw new JsonException("the ids of an inbox are cut short");
        for (var i = 0; i < ids.Length; i += Size) inbox.TryAdd(new Guid(ids.AsSpan(i, Size), bigEndian: true));
        return inbox;
    }

    public override void Write(Utf8JsonWriter writer, Inbox value, JsonSerializerOptions options)
    {
        var ids = new byte[value.Count * Size];
        var at = 0;
        foreach (var id in value.Ids)
        {
            id.TryWriteBytes(ids.AsSpan(at, Size), bigEndian: true, out _);
            at += Size;
        }

        writer.WriteStartObject();
        writer.WriteNumber("capacity", value.Capacity);
        writer.WriteBase64String("ids", ids);
        writer.WriteEndObject();
    }
}
