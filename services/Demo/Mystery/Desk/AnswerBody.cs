using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Demo.Mystery.Truth;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Demo.Mystery.Desk;

/// <summary>Reads an answer, and says by field what is wrong with it.</summary>
internal static class AnswerBody
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static async Task<(MysteryAnswer? Answer, IResult? Problem)> ReadAsync(HttpRequest request)
    {
        MysteryAnswer? answer;
        try
        {
            answer = await JsonSerializer.DeserializeAsync<MysteryAnswer>(request.Body, s_json, request.HttpContext.RequestAborted);
        }
        catch (JsonException e)
        {
            var field = e.Path is { Length: > 2 } path ? path[2..] : "body";
            return (null, Invalid(field, $"{field} cannot be read: give since (a number of a song), cause, features (a list), retrainingIsRight (true or false) and action, or leave out what you do not know."));
        }

        return answer is null ? (null, Invalid("body", "body must be a JSON object.")) : Problem(answer) is { } problem ? (null, problem) : (answer, null);
    }

    private static ValidationProblem? Problem(MysteryAnswer answer)
    {
        if (answer.Since < 0) return Invalid("since", "since must be the number of a song, 0 or more.");
        if (answer.Cause is { } cause && !Has(MysteryCauses.All, cause)) return Invalid("cause", $"cause must be one of {Ids(MysteryCauses.All)}.");
        if (answer.Action is { } action && !Has(MysteryActions.All, action)) return Invalid("action", $"action must be one of {Ids(MysteryActions.All)}.");
        var wrong = answer.Features?.FirstOrDefault(name => name is null || SongSchema.Instance.Features.All(feature => feature.Name != name));
        return answer.Features is null || (wrong is null && !answer.Features.Contains(null!))
            ? null
            : Invalid("features", $"features must be names of features: {string.Join(", ", SongSchema.Instance.Features.Select(feature => feature.Name))}.");
    }

    private static bool Has(IEnumerable<MysteryChoice> choices, string id) => choices.Any(choice => choice.Id == id);

    private static string Ids(IEnumerable<MysteryChoice> choices) => string.Join(", ", choices.Select(choice => choice.Id));

    private static ValidationProblem Invalid(string field, string message) => TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [message] }, detail: message);
}
