using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.TakeHistory;

/// <summary><c>POST /v1/history</c>: labelled rows from before the first model.</summary>
internal sealed class TakeHistoryRows(ServingLog log, WorkspacePool workspaces, IOptions<InferenceOptions> options)
{
    public async Task<Results<Ok<HistoryReply>, ProblemHttpResult>> HandleAsync(HttpContext context)
    {
        var workspace = workspaces.Rent();
        try
        {
            if (await BodyReader.TryReadAsync(context, workspace, options.Value.MaxBodyBytes) is { } problem) return problem;

            return Take(workspace);
        }
        finally
        {
            workspaces.Return(workspace);
        }
    }

    private Results<Ok<HistoryReply>, ProblemHttpResult> Take(Workspace workspace)
    {
        var errors = new RequestErrors();
        var request = new HistoryRequestParser(workspace, log.Rows?.Schema, options.Value.MaxHistoryRows, errors).Parse();
        if (request is null) return Problems.Invalid(errors);

        try
        {
            var obstacle = log.AppendHistory(request, workspace.Features(request.Schema.Count).ToArray(), workspace.EventTimes.ToArray(), out var firstRow);
            return obstacle is null
                ? TypedResults.Ok(new HistoryReply(firstRow, firstRow + request.Labels.Length, request.Complete))
                : Problems.Conflict(obstacle.Value.Field, obstacle.Value.Message, obstacle.Value.Field == "firstRow" ? firstRow : null);
        }
        catch (SchemaConflictException exception)
        {
            return Problems.Conflict("schema", exception.Message);
        }
    }
}
