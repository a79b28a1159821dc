using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.Alerting.Raise;

namespace MonitoringDemo.Alerting.Show;

internal static class AlertsEndpoint
{
    public static Results<Ok<AlertList>, ValidationProblem> Get(AlertsShown shown, string? state = null)
    {
        Func<Alert, bool>? which = state switch
        {
            null or "open" => alert => alert.IsOpen,
            "resolved" => alert => !alert.IsOpen,
            "all" => _ => true,
            _ => null,
        };
        return which is null
            ? TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["state"] = ["state must be open, resolved or all."] })
            : TypedResults.Ok(new AlertList([.. shown.Alerts.Where(which).Reverse()]));
    }

    /// <summary>Newest first.</summary>
    internal sealed record AlertList(IReadOnlyList<Alert> Alerts);
}
