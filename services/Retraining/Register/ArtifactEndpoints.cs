using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.Retraining.Retire;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Register;

/// <summary>Gives models and their signatures to services that share no directory with this one. Whoever takes them trusts the signature, and not the way they came.</summary>
internal static class ArtifactEndpoints
{
    public static void MapArtifacts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/artifacts/{sha256}", (string sha256, IBlobStore blobs) => Give(blobs, sha256, RegistryBlobs.Artifact, MediaTypeNames.Application.Octet))
            .WithSummary("The bytes of a model, by their SHA-256").WarnsOfRetirement();
        app.MapGet("/v1/artifacts/{sha256}/envelope", (string sha256, IBlobStore blobs) => Give(blobs, sha256, RegistryBlobs.Envelope, MediaTypeNames.Application.Json))
            .WithSummary("The signed statement about a model").WarnsOfRetirement();
        app.MapGet("/v1/release/{sequence:long}/permit", Results<FileContentHttpResult, ProblemHttpResult> (long sequence, IBlobStore blobs) => blobs.Exists(RegistryBlobs.Permit(sequence))
                ? TypedResults.File(blobs.Read(RegistryBlobs.Permit(sequence)), MediaTypeNames.Application.Json)
                : TypedResults.Problem($"Release {sequence} does not go back to an older version.", statusCode: StatusCodes.Status404NotFound))
            .WithSummary("The signed statement that a release may serve an older version than the one before it");
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Give(IBlobStore blobs, string sha256, Func<string, string> nameOf, string contentType)
    {
        // It becomes a name in the store.
        if (!RegistryBlobs.IsSha256(sha256))
            return TypedResults.Problem("A model is named by its SHA-256: 64 digits of lower-case hexadecimal.", statusCode: StatusCodes.Status400BadRequest);
        var name = nameOf(sha256);
        return blobs.Exists(name)
            ? TypedResults.File(blobs.Read(name), contentType)
            : TypedResults.Problem($"The registry holds no '{name}'. GET /v1/models lists the versions.", statusCode: StatusCodes.Status404NotFound);
    }
}
