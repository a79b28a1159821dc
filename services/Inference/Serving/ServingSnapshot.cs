using System.Diagnostics;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Inference.Serving;

/// <summary>What serves, as one unit that never changes: a request sees one of these and no mixture.</summary>
/// <param name="Release">The release that asked for it.</param>
/// <param name="Row">The first row it serves.</param>
/// <param name="Champion">Answers.</param>
/// <param name="Shadow">Is scored beside it, if there is one; of a canary it answers a share of the requests.</param>
/// <param name="StaticTwin">Version 1, never updated: the world without MLOps.</param>
internal sealed record ServingSnapshot(ReleaseChanged Release, long Row, ServedModel Champion, ServedModel? Shadow, ServedModel StaticTwin)
{
    private const int ByChampion = 0, ByTwin = 1, ByShadow = 2;

    /// <summary>The share of requests that the shadow answers; 0 where it is no canary, or could not be loaded.</summary>
    public double CanaryShare => Shadow is null ? 0 : Release.CanaryShare ?? 0;

    /// <summary>Scores the rows of a workspace with every model; the same artifact is asked only once.</summary>
    /// <param name="workspace">Holds the rows and takes the scores.</param>
    /// <param name="requestId">What the caller named the request, if anything.</param>
    /// <returns>Whose scores are the answer: a canary answers its requests, unless it cannot score every row of one.</returns>
    public Answering Score(Workspace workspace, string? requestId)
    {
        var features = workspace.Features(Champion.Model.Schema.Count);
        var scores = workspace.Scores(ByChampion);
        var began = Stopwatch.GetTimestamp();
        Champion.Model.Score(features, scores);
        var championTook = NanosecondsSince(began);
        Score(StaticTwin, features, scores, workspace.Scores(ByTwin));
        if (Shadow is null) return new Answering(Champion, ByChampion, null, 0, false, 0);
        if (CanaryShare == 0)
        {
            Score(Shadow, features, scores, workspace.Scores(ByShadow));
            return new Answering(Champion, ByChampion, Shadow, ByShadow, false, 0);
        }

        began = Stopwatch.GetTimestamp();
        var unscored = ScoreCanary(Shadow, features, scores, workspace.Scores(ByShadow));
        var answering = unscored == 0 && CanaryRoute.Takes(requestId, features, Shadow.Reference.Version, CanaryShare)
            ? new Answering(Shadow, ByShadow, Champion, ByChampion, true, 0)
            : new Answering(Champion, ByChampion, Shadow, ByShadow, false, unscored);
        return answering with { Took = (championTook, NanosecondsSince(began)) };
    }

    /// <summary>What the log tells of it.</summary>
    /// <param name="row">The row that comes next.</param>
    public ModelChange ChangeAt(long row)
    {
        var champion = Champion.Reference;
        return new ModelChange(
            row, champion.Version, Shadow?.Reference.Version ?? 0, Release.Sequence, champion.Sha256, champion.TrainedFromRow, champion.TrainedToRow)
        {
            Importance = [.. Release.Importance ?? []],
            HeldOutRows = Release.HeldOut?.Rows ?? 0,
            HeldOutErrors = Release.HeldOut?.Errors ?? 0,
        };
    }

    /// <summary>A canary that fails fails nobody: the champion has the answer, and the log has no number for those rows.</summary>
    private int ScoreCanary(ServedModel canary, ReadOnlySpan<double> features, ReadOnlySpan<double> championScores, Span<double> scores)
    {
        try
        {
            Score(canary, features, championScores, scores);
        }
#pragma warning disable CA1031 // Whatever it throws: callers are answered, and retraining reads in the log that it failed.
        catch (Exception)
#pragma warning restore CA1031
        {
            scores.Fill(double.NaN);
        }

        var unscored = 0;
        foreach (ref var score in scores)
        {
            if (canary.Model.Schema.Task.IsScore(score)) continue;
            score = double.NaN;
            unscored++;
        }

        return unscored;
    }

    /// <summary>At least 1: 0 stands for what was not measured.</summary>
    private static long NanosecondsSince(long began) => Math.Max(1, (long)Stopwatch.GetElapsedTime(began).TotalNanoseconds);

    private void Score(ServedModel model, ReadOnlySpan<double> features, ReadOnlySpan<double> championScores, Span<double> scores)
    {
        if (model.Reference.Sha256 == Champion.Reference.Sha256)
            championScores.CopyTo(scores);
        else
            model.Model.Score(features, scores);
    }
}
