using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using MonitoringDemo.Inference.DescribeModel;
using MonitoringDemo.Inference.Explain;
using MonitoringDemo.Inference.Observe;
using MonitoringDemo.Inference.Predict;
using MonitoringDemo.Inference.RecordOutcomes;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Inference.Retire;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.Inference.TakeHistory;

namespace MonitoringDemo.Inference;

internal static class InferenceEndpoints
{
    public static void MapInferenceEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/predictions", (HttpContext context, PredictSongs predict) => predict.HandleAsync(context))
            .WithSummary("Scores one song ('instance') or up to 1,000 ('instances').")
            .Taking("""{"requestId":"batch-17","instances":[{"tempo":120.5,"key":"7"}],"eventTimes":["2026-01-31T09:30:00Z"]}""")
            .Explaining()
            .Produces<PredictionReply>()
            .Refusing(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
        app.MapPost("/v1/observations", (HttpContext context, TakeObservations take) => take.HandleAsync(context))
            .WithSummary("Takes what another system's model answered, where Model:Served is 'elsewhere'.")
            .Taking("""{"requestId":"batch-17","modelVersion":"2026-05","instances":[{"tempo":120.5,"key":"7"}],"scores":[0.73],"eventTimes":["2026-01-31T09:30:00Z"]}""")
            .Produces<PredictionReply>()
            .Refusing(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        app.MapPost("/v1/outcomes", (HttpContext context, TakeOutcomes take) => take.HandleAsync(context))
            .WithSummary("Takes what really happened to songs predicted before; the first label of a song counts.")
            .Taking("""{"outcomes":[{"id":"p-5000","label":1}]}""")
            .Produces<OutcomeReply>()
            .Refusing();
        app.MapPost("/v1/history", (HttpContext context, TakeHistoryRows take) => take.HandleAsync(context))
            .WithSummary("Takes labelled songs from before the first model.")
            .Taking("""{"schema":{"formatVersion":1,"task":"binary-classification","label":"hit","features":[{"name":"tempo","kind":"numeric","nullable":false}]},"label":"hit","firstRow":0,"instances":[{"tempo":120.5}],"labels":[1],"complete":true}""")
            .Refusing(StatusCodes.Status409Conflict);
        app.MapGet("/v1/model", Describe)
            .WithSummary("What serves now: champion, shadow and static twin.")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<Ok<ModelDescription>, ProblemHttpResult> Describe(HttpContext context, ServingLog log, RetiredVersions retired, IOptions<InferenceOptions> options)
    {
        if (log.Current is { } serving) retired.Warn(context.Response, serving.Champion.Reference.Version);
        return log.Current is { } now
            ? TypedResults.Ok(ModelDescription.Of(now, log, options.Value.Model))
            : options.Value.ServedElsewhere ? Problems.ServedElsewhere()
            : Problems.NoModel(context, options.Value.AskAgainAfter, log.NextRow, log.HistoryComplete);
    }

    private static RouteHandlerBuilder Refusing(this RouteHandlerBuilder endpoint, params int[] more)
    {
        foreach (var status in (int[])[StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, .. more])
            endpoint.ProducesProblem(status);
        return endpoint;
    }

    private static RouteHandlerBuilder Explaining(this RouteHandlerBuilder endpoint)
        => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = ExplainParameter.Name,
                In = ParameterLocation.Query,
                Description = "true: every prediction also names its five strongest features, in words and numbers.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false },
            });
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = ExplainParameter.Classes,
                In = ParameterLocation.Query,
                Description = "With more than two classes: every prediction also tells how probable so many of them are, the likeliest first.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
            });
            return Task.CompletedTask;
        });

    // Described by hand, for the bodies are read by hand: the framework's own binding would refuse them in words of its own.
    private static RouteHandlerBuilder Taking(this RouteHandlerBuilder endpoint, string example)
        => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object }, Example = JsonNode.Parse(example) },
                },
            };
            return Task.CompletedTask;
        });
}
