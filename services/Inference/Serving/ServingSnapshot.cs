using MonitoringDemo.Inference.Requests;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Inference.Serving;

/// <summary>What serves, as one unit that never changes: a request sees one of these and no mixture.</summary>
/// <param name="Release">The release that asked for it.</param>
/// <param name="Row">The first row it serves.</param>
/// <param name="Champion">Answers.</param>
/// <param name="Shadow">Is scored beside it, if there is one.</param>
/// <param name="StaticTwin">Version 1, never updated: the world without MLOps.</param>
internal sealed record ServingSnapshot(ReleaseChanged Release, long Row, ServedModel Champion, ServedModel? Shadow, ServedModel StaticTwin)
{
    /// <summary>Scores the rows of a workspace with every model; the same artifact is asked only once.</summary>
    public void Score(Workspace workspace)
    {
        var features = workspace.Features(Champion.Model.Schema.Count);
        var scores = workspace.Scores(0);
        Champion.Model.Score(features, scores);
        Score(StaticTwin, features, scores, workspace.Scores(1));
        if (Shadow is not null) Score(Shadow, features, scores, workspace.Scores(2));
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

    private void Score(ServedModel model, ReadOnlySpan<double> features, ReadOnlySpan<double> championScores, Span<double> scores)
    {
        if (model.Reference.Sha256 == Champion.Reference.Sha256)
            championScores.CopyTo(scores);
        else
            model.Model.Score(features, scores);
    }
}
