using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.Retraining.Audit;

namespace MonitoringDemo.Retraining.Register;

/// <summary>Answers with what is written about a version.</summary>
internal static class VersionDocument
{
    /// <summary>404 where there is no such version; 500, with what is gone or altered, where the registry no longer holds what it is made of.</summary>
    public static Results<ContentHttpResult, ProblemHttpResult> Answer(Registry registry, int version, Func<ContentHttpResult> write)
    {
        if (version < 1 || version > registry.State.Versions.Count) return NoSuchVersion(registry, version);
        try
        {
            return write();
        }
        catch (AuditException e)
        {
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status500InternalServerError);
        }
    }

    public static ProblemHttpResult NoSuchVersion(Registry registry, int version) =>
        TypedResults.Problem($"There is no version {version}: the newest is {registry.State.Versions.Count}. GET /v1/models lists them.", statusCode: StatusCodes.Status404NotFound);
}
