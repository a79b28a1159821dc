using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace MonitoringDemo.Demo.Labs.Alerts;

/// <summary>Reads YAML into JSON, of which it is a superset: what is changed can be given back to whoever reads YAML.</summary>
internal static class YamlText
{
    /// <exception cref="UnusableInputException">The file cannot be read, or is no YAML with a map at its top.</exception>
    public static JsonObject Read(string path)
    {
        try
        {
            return ToJson(new DeserializerBuilder().Build().Deserialize<object?>(File.ReadAllText(path))) as JsonObject
                ?? throw new UnusableInputException($"'{path}' holds no map of names; compare it with the one in '{LabFolder.Start}'.");
        }
        catch (YamlException e)
        {
            throw new UnusableInputException(string.Create(CultureInfo.InvariantCulture, $"'{path}', line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}"), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"'{path}' cannot be read ({e.Message.TrimEnd('.')}); 'lab reset' puts the starting files there.", e);
        }
    }

    /// <summary>The maps of a list within a map; empty where it is not there.</summary>
    public static IEnumerable<JsonObject> Maps(JsonObject map, string name) => map[name] is JsonArray list ? list.OfType<JsonObject>() : [];

    /// <summary>A text within a map; empty where it is not there.</summary>
    public static string Text(JsonObject? map, string name) => map?[name] is JsonValue value ? value.ToString() : "";

    private static JsonNode? ToJson(object? node) => node switch
    {
        Dictionary<object, object?> map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key.ToString()!, ToJson(pair.Value)))),
        List<object?> list => new JsonArray([.. list.Select(ToJson)]),
        null => null,
        _ => JsonValue.Create(node.ToString()),
    };
}
