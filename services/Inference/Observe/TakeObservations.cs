using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Predict;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Observe;

/// <summary><c>POST /v1/observations</c>: what another system's model answered. Told with the ids by which outcomes name the rows.</summary>
internal sealed class TakeObservations(ServingLog log, Replica replica, WorkspacePool workspaces, InferenceTelemetry telemetry, IOptions<InferenceOptions> options)
{
    private readonly InferenceOptions _options = options.Value;

    public async Task HandleAsync(HttpContext context)
    {
        var workspace = workspaces.Rent();
        try
        {
            if ((await BodyReader.TryReadAsync(context, workspace, _options.MaxBodyBytes) ?? Take(workspace)) is { } problem)
            {
                telemetry.RefusedToObserve(log.ObservedVersion);
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
        if (!_options.ServedElsewhere)
            return Problems.Conflict("modelVersion", "this fleet serves its model itself. Send rows to /v1/predictions, or set Model:Served to 'elsewhere' in all services.");
        if (log.Rows is not { } rows || !log.HistoryComplete)
            return Problems.Conflict("instances", "there is nothing to measure them by. Send labelled rows of the past to /v1/history first, the last with 'complete'.");
        if (rows.Schema.Task.Classes > 2)
            return Problems.Conflict("scores", $"'{rows.Schema.Label}' has {rows.Schema.Task.Classes} classes: the answers of another system are taken for labels of two. Let a label of two ask for the class that matters.");

        var errors = new RequestErrors();
        if (new ObservationRequestParser(workspace, rows, _options.MaxInstances, errors).Parse() is not { } request) return Problems.Invalid(errors);

        var appended = log.Observe(request, workspace, out var version);
        if (appended.Answer is { } known && !IsSame(known, workspace, version)) return Problems.OtherBody(request.RequestId!);

        if (appended.Status == AppendStatus.Done) telemetry.Observed(version, workspace.Rows);
        var firstRow = appended.Answer?.FirstRow ?? appended.FirstRow;
        AnswerWriter.Write(workspace, _options.Model, version, replica.FirstId + firstRow, workspace.Scores(0));
        return null;
    }

    // Bit by bit, since a missing value is no number and equals nothing.
    private static bool IsSame(PredictionBatch known, Workspace workspace, int version) =>
        known.ModelVersion == version
        && Bits(workspace.Features(known.FeatureCount)).SequenceEqual(Bits(known.Features))
        && Bits(workspace.Scores(0)).SequenceEqual(Bits(known.Scores))
        && workspace.EventTimes.SequenceEqual(known.EventTimes);

    private static ReadOnlySpan<long> Bits(ReadOnlySpan<double> values) => MemoryMarshal.Cast<double, long>(values);
}
