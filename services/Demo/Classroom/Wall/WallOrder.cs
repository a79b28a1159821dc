using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringDemo.Demo.Classroom.Wall;

/// <summary>What the instructor asks for.</summary>
/// <param name="Team">The team that is meant; null for all.</param>
/// <param name="Scenario">The id of a scenario.</param>
/// <param name="SongsPerSecond">A pace; 0 pauses.</param>
/// <param name="Seed">Decides which mystery it is.</param>
internal sealed record WallOrder(string? Team = null, string? Scenario = null, double? SongsPerSecond = null, ulong? Seed = null)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads the body of a request, and says by field what is wrong with it.</summary>
    public static async Task<IResult> ReadAsync(HttpRequest request, Func<WallOrder, Task<IResult>> carryOut)
    {
        WallOrder? order;
        try
        {
            order = await JsonSerializer.DeserializeAsync<WallOrder>(request.Body, s_json, request.HttpContext.RequestAborted);
        }
        catch (JsonException e)
        {
            return Invalid(e.Path is { Length: > 2 } path ? path[2..] : "body", $"The body must be a JSON object with team, scenario, songsPerSecond or seed, each as its button needs it: {e.Message}");
        }

        return order is null ? Invalid("body", "body must be a JSON object.") : await carryOut(order);
    }

    public static IResult Invalid(string field, string message) => TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [message] }, detail: message);
}
