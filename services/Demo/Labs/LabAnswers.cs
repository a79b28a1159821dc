using System.Globalization;
using System.Text.Json;

namespace MonitoringDemo.Demo.Labs;

/// <summary>A participant's <c>answer.json</c>: flat names with a number, a text, true or false each; <c>null</c> where nothing has been answered yet.</summary>
internal sealed class LabAnswers
{
    public const string FileName = "answer.json";

    private static readonly JsonSerializerOptions Format = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string _path;
    private readonly Dictionary<string, JsonElement> _values;

    private LabAnswers(string path, Dictionary<string, JsonElement> values) => (_path, _values) = (path, values);

    /// <exception cref="UnusableInputException">The file is not there or is no JSON object.</exception>
    public static LabAnswers Read(string work)
    {
        var path = Path.Combine(work, FileName);
        try
        {
            var values = Values(path);
            RefuseOthers(path, Path.Combine(work, "..", LabFolder.Start, FileName), values.Keys);
            return new LabAnswers(path, values);
        }
        catch (JsonException e)
        {
            throw new UnusableInputException($"'{path}' is no JSON object, {JsonMistake.Of(e)}. Compare it with the one in '{LabFolder.Start}'.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"'{path}' cannot be read ({e.Message.TrimEnd('.')}); 'lab reset' puts the starting files there.", e);
        }
    }

    /// <summary>Whether every one of these has been answered, and which has not.</summary>
    public string? FirstUnanswered(params IEnumerable<string> names) =>
        names.FirstOrDefault(name => !_values.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.GetString()!.Trim().Length == 0));

    /// <summary>A whole number.</summary>
    public long Row(string name) =>
        Value(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : throw Wrong(name, "a whole number without quotes, such as 5210");

    /// <summary>Any finite number.</summary>
    public double Number(string name) =>
        Value(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Wrong(name, "a number without quotes, with a decimal point, such as 0.25");

    /// <summary>One of some words, in lower case.</summary>
    public string Word(string name, params IReadOnlyList<string> words)
    {
        var word = Value(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()!.Trim().ToLowerInvariant() : null;
        return word is not null && words.Contains(word, StringComparer.Ordinal) ? word : throw Wrong(name, $"one of {string.Join(", ", words.Select(each => $"\"{each}\""))}");
    }

    /// <summary>Yes or no.</summary>
    public bool Flag(string name) => Value(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : throw Wrong(name, "true or false, without quotes");

    /// <summary>Any text.</summary>
    public string Text(string name, string wanted) => Value(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()!.Trim() : throw Wrong(name, wanted);

    private static Dictionary<string, JsonElement> Values(string path) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(path), Format) ?? [];

    // A name that nobody asks for is most likely meant to be one that somebody does.
    private static void RefuseOthers(string path, string start, IEnumerable<string> names)
    {
        if (!File.Exists(start)) return;
        var known = Values(start).Keys.ToList();
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } other)
            throw new UnusableInputException($"'{path}': nothing is asked under the name \"{other}\". The names are {string.Join(", ", known)}.");
    }

    private JsonElement Value(string name) => _values.TryGetValue(name, out var value) ? value : throw Wrong(name, "a value");

    private UnusableInputException Wrong(string name, string wanted) =>
        new(string.Create(CultureInfo.InvariantCulture, $"'{_path}': \"{name}\" has to be {wanted}{(_values.TryGetValue(name, out var value) ? $", not {value.GetRawText()}" : "; it is not in the file")}."));
}
