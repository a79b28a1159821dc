using System.Text.Json;

namespace MonitoringDemo.Inference.Requests;

/// <summary>Text tokens without allocating, and without an exception for bytes that are no text.</summary>
internal static class JsonText
{
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

    /// <summary>The number 0 or 1, however it is written.</summary>
    public static bool TryLabel(ref this Utf8JsonReader reader, out int label)
    {
        var is01 = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && number is (0 or 1);
        label = is01 ? (int)reader.GetDouble() : -1;
        return is01;
    }

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
