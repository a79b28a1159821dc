using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Traffic.Show;

internal static class TrafficEndpoints
{
    public static Ok<IEnumerable<ScenarioManifest>> Scenarios() => TypedResults.Ok(ScenarioCatalog.Live.Select(scenario => scenario.Manifest));

    public static Results<Ok<TrafficPicture>, ProblemHttpResult> Traffic(TrafficShown shown) => shown.Picture is { } picture
        ? TypedResults.Ok(picture)
        : TypedResults.Problem("No live traffic flows from here: either it has not begun yet, or the option Traffic:Live is off.", statusCode: StatusCodes.Status503ServiceUnavailable);
}
