using System.Text.Json;
using System.Text.Json.Nodes;

namespace MonitoringDemo.Formats.Tests;

/// <summary>Whether what was read, written again, still holds everything that stood in the file.</summary>
internal static class StoredJson
{
    public static void ShouldHold<T>(T read, JsonNode? stored, JsonSerializerOptions options)
    {
        var lost = Lost(JsonSerializer.SerializeToNode(read, read!.GetType(), options), stored, "").ToList();

        lost.ShouldBeEmpty();
    }

    private static IEnumerable<string> Lost(JsonNode? now, JsonNode? stored, string at)
    {
        switch (stored)
        {
            case JsonObject members:
                return members.SelectMany(member => now is JsonObject known && (member.Value is null || known.ContainsKey(member.Key))
                    ? Lost(known[member.Key], member.Value, $"{at}/{member.Key}")
                    : [$"{at}/{member.Key} is gone"]);
            case JsonArray items:
                return now is JsonArray again && again.Count == items.Count ? items.SelectMany((item, i) => Lost(again[i], item, $"{at}/{i}")) : [$"{at} has another length"];
            default:
                return JsonNode.DeepEquals(now, stored) ? [] : [$"{at} was {stored?.ToJsonString() ?? "null"} and is {now?.ToJsonString() ?? "null"}"];
        }
    }
}
