using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.ServiceDefaults.StandBy;

namespace MonitoringDemo.DriftDetection.ShowDrift;

/// <summary>Answers <c>/v1/drift</c>.</summary>
internal static class DriftEndpoint
{
    /// <summary>What was seen last; a process that stands by sees nothing, and says so instead of showing nothing.</summary>
    public static Results<Ok<DriftView>, ProblemHttpResult> Get(DriftShown shown, [FromKeyedServices(DriftDetectionModule.Lease)] ILease lease) => lease.Fence is not null
        ? TypedResults.Ok(shown.Current)
        : TypedResults.Problem("This process stands by; another one watches the model. Ask that one.", statusCode: StatusCodes.Status503ServiceUnavailable);
}
