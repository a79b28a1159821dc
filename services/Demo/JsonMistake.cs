using System.Text.Json;

namespace MonitoringDemo.Demo;

/// <summary>What is wrong with JSON that a person wrote.</summary>
internal static class JsonMistake
{
    private static readonly string[] s_places = [" Path:", " LineNumber:"];

    /// <summary>The line as an editor counts it, and what is wrong there, without a full stop: the reader counts lines from 0, and says so in its message.</summary>
    public static string Of(JsonException mistake) => FormattableString.Invariant($"line {(mistake.LineNumber ?? 0) + 1}: {mistake.Message.Split(s_places, 2, StringSplitOptions.None)[0].TrimEnd('.')}");
}
