using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Inference.Serving;

namespace MonitoringDemo.Inference.RecordOutcomes;

/// <summary><c>POST /v1/outcomes</c>: what really happened; the first label of a row counts.</summary>
internal sealed class TakeOutcomes(ServingLog log, WorkspacePool workspaces, InferenceTelemetry telemetry, IOptions<InferenceOptions> options)
{
    public async Task<Results<Ok<OutcomeReply>, ProblemHttpResult>> HandleAsync(HttpContext context)
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

    private Results<Ok<OutcomeReply>, ProblemHttpResult> Take(Workspace workspace)
    {
        var errors = new RequestErrors();
        var outcomes = new OutcomeRows();
        OutcomeRequestParser.Parse(workspace.Body, outcomes, options.Value.MaxInstances, errors);
        if (errors.Any || log.Append(outcomes.Rows, outcomes.Labels, errors) is not { } receipt) return Problems.Invalid(errors);

        telemetry.OutcomesTaken(receipt);
        return TypedResults.Ok(new OutcomeReply(receipt.Accepted, receipt.Duplicates));
    }
}
