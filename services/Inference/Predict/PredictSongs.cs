using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Explain;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Inference.Retire;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Inference.Predict;

/// <summary><c>POST /v1/predictions</c>: parse, score, append, answer; with <c>?explain=true</c> also why.</summary>
internal sealed class PredictSongs(
    ServingLog log,
    Replica replica,
    WorkspacePool workspaces,
    RetiredVersions retired,
    InferenceTelemetry telemetry,
    IOptions<InferenceOptions> options,
    IOptions<PumpOptions> pump)
{
    private readonly InferenceOptions _options = options.Value;

    public async Task HandleAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        using var activity = telemetry.StartPredict();
        var workspace = workspaces.Rent();
        try
        {
            var problem = ExplainParameter.Read(context.Request, log.Rows?.Schema.Task, out var explain, out var topK);
            problem ??= await BodyReader.TryReadAsync(context, workspace, _options.MaxBodyBytes);
            problem ??= Answer(context, workspace, new Wishes(explain, topK), activity);
            if (problem is null)
            {
                telemetry.Took(PredictionStage.Total, started);
                retired.Warn(context.Response, workspace.AnsweredBy);
                await workspace.SendAsync(context);
            }
            else
            {
                telemetry.Rejected(log.Current);
                await problem.ExecuteAsync(context);
            }
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            telemetry.Failed(log.Current, activity, exception);
            throw;
        }
        finally
        {
            workspaces.Return(workspace);
        }
    }

    private ProblemHttpResult? Answer(HttpContext context, Workspace workspace, Wishes wishes, Activity? activity)
    {
        if (_options.ServedElsewhere) return Problems.ServedElsewhere();
        if (log.Current is null || log.Rows is not { } rows)
            return Problems.NoModel(context, _options.AskAgainAfter, log.NextRow, log.HistoryComplete);

        var started = Stopwatch.GetTimestamp();
        var errors = new RequestErrors();
        var requestId = PredictionRequestParser.Parse(workspace, rows, _options.MaxInstances, errors);
        if (errors.Any) return Problems.Invalid(errors);

        telemetry.Took(PredictionStage.Features, started);
        return requestId is not null && log.TryFindAnswer(requestId, out var known)
            ? Repeat(workspace, known!, wishes, context.RequestAborted)
            : Serve(workspace, requestId, wishes, activity, context.RequestAborted);
    }

    private ProblemHttpResult? Serve(Workspace workspace, string? requestId, Wishes wishes, Activity? activity, CancellationToken asked)
    {
        while (true)
        {
            var snapshot = log.Current!;
            var started = Stopwatch.GetTimestamp();
            var answering = snapshot.Score(workspace, requestId);
            telemetry.Took(PredictionStage.Score, started);

            var appended = log.Append(snapshot, Rows(workspace, snapshot, answering, requestId, activity));
            if (appended.Status == AppendStatus.OtherModel) continue;

            if (appended.Status == AppendStatus.Repeated)
            {
                return Repeat(workspace, appended.Answer!, wishes, asked);
            }

            telemetry.Served(snapshot, answering, workspace.Rows, activity, appended.FirstRow);
            var features = wishes.Any ? workspace.Features(snapshot.Champion.Model.Schema.Count).ToArray() : [];
            Write(workspace, snapshot, answering.By.Reference.Version, appended.FirstRow, workspace.Scores(answering.Scores), features, wishes, asked);
            return null;
        }
    }

    private ProblemHttpResult? Repeat(Workspace workspace, PredictionBatch known, Wishes wishes, CancellationToken asked)
    {
        // Bit by bit, since a missing value is no number and equals nothing.
        var features = MemoryMarshal.Cast<double, long>(workspace.Features(known.FeatureCount));
        if (!features.SequenceEqual(MemoryMarshal.Cast<double, long>(known.Features)) || !workspace.EventTimes.SequenceEqual(known.EventTimes))
            return Problems.OtherBody(known.RequestId!);

        Write(workspace, log.Current!, known.ModelVersion, known.FirstRow, known.Scores, known.Features, wishes, asked);
        return null;
    }

    private void Write(
        Workspace workspace, ServingSnapshot snapshot, int version, long firstRow, ReadOnlySpan<double> scores, double[] features, Wishes wishes, CancellationToken asked)
    {
        workspace.AnsweredBy = version;
        AnswerWriter.Write(
            workspace, _options.Model, version, replica.FirstId + firstRow, scores,
            wishes.Explain ? new Explanations(snapshot, version, features, asked) : null,
            snapshot.Champion.Model.Schema.Task,
            wishes.TopK > 0 ? new ClassRanking(snapshot, version, features, wishes.TopK) : null);
    }

    private PredictionRows Rows(Workspace workspace, ServingSnapshot snapshot, Answering answering, string? requestId, Activity? activity)
    {
        var featureCount = snapshot.Champion.Model.Schema.Count;
        // What a clock says differs from run to run, and in lockstep the log's bytes are promised.
        var took = pump.Value.Lockstep ? default : answering.Took;
        return new PredictionRows
        {
            FeatureCount = featureCount,
            Features = workspace.Features(featureCount),
            ModelVersion = answering.By.Reference.Version,
            Scores = workspace.Scores(answering.Scores),
            StaticScores = workspace.Scores(1),
            ShadowVersion = answering.Beside?.Reference.Version ?? 0,
            ShadowScores = answering.Beside is null ? [] : workspace.Scores(answering.BesideScores),
            ByCanary = answering.ByCanary,
            ScoreNanoseconds = answering.ByCanary ? took.Canary : took.Champion,
            ShadowNanoseconds = answering.ByCanary ? took.Champion : took.Canary,
            RequestId = requestId,
            EventTimes = workspace.EventTimes,
            // So are trace ids.
            TraceParent = activity is { Recorded: true } && !pump.Value.Lockstep ? activity.Id : null,
        };
    }

    /// <summary>What the caller wants to be told beside the answer.</summary>
    private readonly record struct Wishes(bool Explain, int TopK)
    {
        public bool Any => Explain || TopK > 0;
    }
}
