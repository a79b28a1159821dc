using MonitoringDemo.Retraining.Card;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Retire;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Bill;

/// <summary>A bill of materials a version.</summary>
internal static class BillEndpoints
{
    private const string ContentType = "application/vnd.cyclonedx+json";

    public static void MapBills(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/models/{version:int}/bom", (int version, Registry registry, IJournal journal, CardOptions said) =>
                VersionDocument.Answer(registry, version, () => TypedResults.Content(BillsOfMaterials.Write(journal, version, said), ContentType)))
            .WithSummary("The bill of materials of a version: model, rows, program, packages, runtime; CycloneDX 1.6").WarnsOfRetirement(staysWhenDeleted: true);
}
