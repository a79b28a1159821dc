using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Card;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Bill;

/// <summary>A bill of materials a version.</summary>
internal static class BillEndpoints
{
    private const string ContentType = "application/vnd.cyclonedx+json";

    public static void MapBills(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/models/{version:int}/bom", Results<ContentHttpResult, ProblemHttpResult> (int version, IJournal journal, CardOptions said) =>
            {
                try
                {
                    return TypedResults.Content(BillsOfMaterials.Write(journal, version, said), ContentType);
                }
                catch (AuditException e)
                {
                    return TypedResults.Problem($"{e.Message} GET /v1/models lists the versions.", statusCode: StatusCodes.Status404NotFound);
                }
            })
            .WithSummary("The bill of materials of a version: model, rows, program, packages, runtime; CycloneDX 1.6");
}
