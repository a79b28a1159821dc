using System.Buffers;
using System.Buffers.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Inference.Serving;

namespace MonitoringDemo.Inference.RecordOutcomes;

/// <summary><c>POST /v1/outcomes</c>: what really happened; the first label of a row counts.</summary>
internal sealed class TakeOutcomes(ServingLog log, WorkspacePool workspaces, InferenceTelemetry telemetry, IOptions<InferenceOptions> options)
{
    private const int LongestNumber = 16;

    public async Task HandleAsync(HttpContext context)
    {
        var workspace = workspaces.Rent();
        try
        {
            if ((await BodyReader.TryReadAsync(context, workspace, options.Value.MaxBodyBytes) ?? Take(workspace)) is { } problem)
            {
                await problem.ExecuteAsync(context);
                return;
            }

            await workspace.SendAsync(context);
        }
        finally
        {
            workspaces.Return(workspace);
        }
    }

    private ProblemHttpResult? Take(Workspace workspace)
    {
        var errors = new RequestErrors();
        var outcomes = new OutcomeRows();
        OutcomeRequestParser.Parse(workspace.Body, outcomes, options.Value.MaxInstances, errors, log.Rows?.Schema.Task);
        if (errors.Any || log.Append(outcomes.Rows, outcomes.Labels, errors) is not { } receipt) return Problems.Invalid(errors);

        telemetry.OutcomesTaken(receipt);
        Write(workspace.Answer, receipt);
        return null;
    }

    /// <summary>An <see cref="OutcomeReply"/>.</summary>
    private static void Write(ArrayBufferWriter<byte> answer, OutcomeReceipt receipt)
    {
        answer.Write("{\"accepted\":"u8);
        Write(answer, receipt.Accepted);
        answer.Write(",\"duplicates\":"u8);
        Write(answer, receipt.Duplicates);
        answer.Write("}"u8);
    }

    private static void Write(ArrayBufferWriter<byte> answer, int number)
    {
        Utf8Formatter.TryFormat(number, answer.GetSpan(LongestNumber), out var length);
        answer.Advance(length);
    }
}
