using System.Text.Json;

namespace MonitoringDemo.Tables;

/// <summary>The columns of JSON lines, as the first lines have them: in the order in which they come, numbers and truths where there is nothing else.</summary>
internal static class JsonLinesHead
{
    /// <summary>Lines to look at.</summary>
    public const int MostLines = 10_000;

    /// <summary>Reads the head and closes the text.</summary>
    public static TableColumn[] Read(Stream text, string name)
    {
        using var lines = new LineBytes(text, name);
        var order = new List<string>();
        var kinds = new Dictionary<string, HashSet<StatedType>>(StringComparer.Ordinal);
        while (lines.Line < MostLines && lines.TryNext(out var line))
        {
            // What is no object is refused by who reads the rows, at its line.
            if (!line.TrimStart(" \t"u8).StartsWith("{"u8))
                continue;
            try
            {
                using var row = JsonDocument.Parse(line.ToArray());
                Note(row.RootElement, "", order, kinds);
            }
            catch (JsonException e)
            {
                throw new UnusableTableException(FormattableString.Invariant($"{name}, line {lines.Line}: no JSON at byte {e.BytePositionInLine + 1} of the line; a row is one object on one line."), e);
            }
        }

        if (order.Count == 0)
            throw new UnusableTableException($"{name}: objects without a value.");
        return [.. order.Select(column => new TableColumn(column, TypeOf(kinds[column])))];
    }

    private static void Note(JsonElement row, string prefix, List<string> order, Dictionary<string, HashSet<StatedType>> kinds)
    {
        foreach (var value in row.EnumerateObject())
        {
            var name = prefix + value.Name;
            if (value.Value.ValueKind == JsonValueKind.Object)
            {
                Note(value.Value, $"{name}.", order, kinds);
                continue;
            }

            if (!kinds.TryGetValue(name, out var seen))
            {
                kinds[name] = seen = [];
                order.Add(name);
            }

            if (value.Value.ValueKind != JsonValueKind.Null)
                seen.Add(KindOf(value.Value.ValueKind));
        }
    }

    private static StatedType KindOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Number => StatedType.Number,
        JsonValueKind.True or JsonValueKind.False => StatedType.Boolean,
        JsonValueKind.Array => StatedType.Other,
        _ => StatedType.Unstated,
    };

    private static StatedType TypeOf(HashSet<StatedType> seen) =>
        seen.Contains(StatedType.Other) ? StatedType.Other : seen.Count == 1 ? seen.First() : StatedType.Unstated;
}
