using System.Text.Json;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Requests;

/// <summary>Reads when rows happened: RFC 3339 texts beside the rows, <c>eventTime</c> beside one, <c>eventTimes</c> beside many; null is unknown.</summary>
internal static class EventTimeParser
{
    public const string One = "eventTime";
    public const string Many = "eventTimes";
    private const string Wanted = "must be a date and time with its offset, such as 2026-01-31T09:30:00Z (RFC 3339), or null when it is not known";
    private const int Seconds = 19;
    private const int Longest = 40;

    /// <summary>Reads the value of <c>eventTime</c>, which the reader stands on.</summary>
    public static void ParseOne(ref Utf8JsonReader reader, Workspace workspace, RequestErrors errors)
    {
        if (TryRead(ref reader, out var time)) workspace.Add(time);
        else Refuse(ref reader, One, errors);
    }

    /// <summary>Reads the value of <c>eventTimes</c>, which the reader stands on.</summary>
    public static void ParseMany(ref Utf8JsonReader reader, Workspace workspace, int most, RequestErrors errors)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            errors.Add(Many, $"must be an array of times, one per row; it is {reader.Kind()}.");
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && !errors.IsFull)
        {
            if (!TryRead(ref reader, out var time)) Refuse(ref reader, new FieldPath(Many, workspace.EventTimes.Length).ToString(), errors);
            // Those beyond any number of rows are counted once and not kept.
            if (workspace.EventTimes.Length <= most) workspace.Add(time);
        }
    }

    /// <summary>Every row has a time or none has. Asked when the whole body has been read.</summary>
    public static void CheckCount(Workspace workspace, RequestErrors errors)
    {
        var times = workspace.EventTimes.Length;
        if (times != 0 && times != workspace.Rows && !errors.Any)
            errors.Add(Many, FormattableString.Invariant($"holds {times} times for {workspace.Rows} rows: send one per row, null where it is not known, or leave it out."));
    }

    private static void Refuse(ref Utf8JsonReader reader, string path, RequestErrors errors)
    {
        errors.Add(path, $"{Wanted}; it is {(reader.TokenType == JsonTokenType.String ? $"'{reader.Shown()}'" : reader.Kind())}.");
        reader.Skip();
    }

    private static bool TryRead(ref Utf8JsonReader reader, out long time)
    {
        time = EventTime.Unknown;
        if (reader.TokenType == JsonTokenType.Null) return true;
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || !HasOffset(reader.ValueSpan) || !reader.TryGetDateTimeOffset(out var read)) return false;

        time = read.ToUnixTimeMilliseconds();
        return true;
    }

    // The framework also takes dates alone and times without an offset, and would read those as local ones.
    private static bool HasOffset(ReadOnlySpan<byte> text) =>
        text.Length is > Seconds and <= Longest && (text[^1] == (byte)'Z' || (text.Length > Seconds + 5 && text[^3] == (byte)':' && text[^6] is (byte)'+' or (byte)'-'));
}
