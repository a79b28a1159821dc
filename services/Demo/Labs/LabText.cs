using System.Text.Json;

namespace MonitoringDemo.Demo.Labs;

/// <summary>What <c>lab.json</c> says of a lab.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Teaches">What a participant is able to do afterwards, in one sentence.</param>
/// <param name="Hints">For each step of the check three hints, each more open than the one before it.</param>
internal sealed record LabText(string Title, int Minutes, string Teaches, IReadOnlyDictionary<string, IReadOnlyList<string>> Hints)
{
    public const int HintsOfAStep = 3;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <exception cref="UnusableInputException">The file cannot be read as a lab's.</exception>
    public static LabText Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<LabText>(File.ReadAllText(path), Format) ?? throw new UnusableInputException($"'{path}' is empty.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"'{path}' cannot be read: {e.Message}", e);
        }
    }
}
