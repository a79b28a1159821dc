using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Retire;
using MonitoringDemo.ServiceDefaults.Pages;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Card;

/// <summary>A card a version.</summary>
internal static class CardEndpoints
{
    private const string MarkdownType = "text/markdown";

    public static void MapCards(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/models/{version:int}/card", (int version, string? format, Registry registry, IJournal journal, IBlobStore blobs, IInferenceLog log, CardOptions said, HttpResponse response) =>
                Answer(registry, version, format, written => ModelCards.Write(journal, blobs, log, version, said, written), response))
            .WithSummary("The model card of a version, made of what the fleet wrote down; ?format=md for Markdown").WarnsOfRetirement();

    private static Results<ContentHttpResult, ProblemHttpResult> Answer(Registry registry, int version, string? format, Func<CardFormat, string> write, HttpResponse response) => format switch
    {
        null or "html" => VersionDocument.Answer(registry, version, () => HtmlPage.Answer(response, write(CardFormat.Html))),
        "md" => VersionDocument.Answer(registry, version, () => TypedResults.Content(write(CardFormat.Markdown), MarkdownType, Encoding.UTF8)),
        _ => TypedResults.Problem($"format '{format}' is not known: html or md.", statusCode: StatusCodes.Status400BadRequest),
    };
}
