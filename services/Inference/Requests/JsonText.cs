using System.Text;
using System.Text.Json;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Inference.Requests;

/// <summary>Text tokens without allocating, and without an exception for bytes that are no text.</summary>
internal static class JsonText
{
    private const int MostNamed = 12;

    public static readonly JsonReaderOptions Strict = new() { MaxDepth = 16 };

    public static bool TryCopy(ref this Utf8JsonReader reader, scoped Span<char> text, out int length)
    {
        length = 0;
        if (reader.ValueSpan.Length > text.Length) return false;

        try
        {
            length = reader.CopyString(text);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether the token is this text. What is escaped to no text at all, such as <c>\ud800</c>, is none.</summary>
    public static bool Is(ref this Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The number of a class, however it is written, or of more than two its name.</summary>
    public static bool TryLabel(ref this Utf8JsonReader reader, ITask task, out int label)
    {
        label = -1;
        if (reader.TokenType == JsonTokenType.String)
        {
            for (var k = 0; k < task.ClassNames.Count && label < 0; k++)
            {
                if (reader.Is(Encoding.UTF8.GetBytes(task.ClassNames[k]))) label = k;
            }
        }
        else if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && number >= 0 && number < task.Classes && number == Math.Floor(number))
        {
            label = (int)number;
        }

        return label >= 0;
    }

    /// <summary>What a label has to be, for refusals.</summary>
    public static string LabelsWanted(ITask task) => task.Classes == 2 ? "the number 0 or 1"
        : FormattableString.Invariant($"one of the {task.Classes} classes by its name or its number from 0 to {task.Classes - 1}: {string.Join(", ", task.ClassNames.Take(MostNamed).Select(name => $"'{name}'"))}{(task.Classes > MostNamed ? ", …" : "")}");

    public static string Shown(ref this Utf8JsonReader reader)
    {
        Span<char> text = stackalloc char[120];
        return reader.TryCopy(text, out var length) ? new string(text[..length]) : "(an over-long or malformed text)";
    }

    public static string Kind(ref this Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        JsonTokenType.StartArray => "an array",
        _ => "an object",
    };
}
