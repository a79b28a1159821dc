namespace MonitoringDemo.InferenceLog.Frames;

internal static class RecordEncoder
{
    public static void Put(this FrameBuffer buffer, HistoryBatch batch)
    {
        buffer.Put(batch.FeatureCount);
        buffer.Put(batch.Complete ? (byte)1 : (byte)0);
        buffer.Put(batch.Features.AsSpan());
        buffer.Put(batch.Labels);
        buffer.Put(batch.EventTimes.AsSpan());
    }

    public static void Put(this FrameBuffer buffer, in PredictionRows rows)
    {
        buffer.Put(rows.FeatureCount);
        buffer.Put(rows.ModelVersion);
        buffer.Put(rows.ShadowVersion);
        buffer.Put(rows.RequestId);
        buffer.Put(rows.TraceParent);
        buffer.Put(rows.Features);
        buffer.Put(rows.Scores);
        buffer.Put(rows.StaticScores);
        buffer.Put(rows.ShadowScores);
        var version = VersionOf(rows);
        if (version >= FrameHeader.OfCanary) buffer.Put(rows.EventTimes.Length);
        buffer.Put(rows.EventTimes);
        if (version < FrameHeader.Timed) return;
        buffer.Put(rows.ByCanary ? (byte)1 : (byte)0);
        buffer.Put(rows.ScoreNanoseconds);
        buffer.Put(rows.ShadowNanoseconds);
    }

    public static void Put(this FrameBuffer buffer, OutcomeBatch batch)
    {
        buffer.Put(batch.Rows.AsSpan());
        buffer.Put(batch.Labels);
    }

    public static void Put(this FrameBuffer buffer, AcceptedData accepted)
    {
        buffer.Put(accepted.What);
        buffer.Put(accepted.UpdateId);
    }

    public static void Put(this FrameBuffer buffer, ModelChange change)
    {
        buffer.Put(change.ChampionVersion);
        buffer.Put(change.ShadowVersion);
        buffer.Put(change.ReleaseSequence);
        buffer.Put(change.TrainedFromRow);
        buffer.Put(change.TrainedToRow);
        buffer.Put(change.Sha256);
        if (VersionOf(change) == FrameHeader.First) return;
        buffer.Put(change.Importance.Length);
        buffer.Put(change.Importance.AsSpan());
        if (VersionOf(change) == FrameHeader.Longer) return;
        buffer.Put(change.HeldOutRows);
        buffer.Put(change.HeldOutErrors);
    }

    /// <summary>The oldest format version that can hold them.</summary>
    public static byte VersionOf(in PredictionRows rows) =>
        rows.ScoreNanoseconds > 0 ? FrameHeader.Timed : rows.ByCanary ? FrameHeader.OfCanary : FrameHeader.VersionFor(rows.EventTimes.Length);

    /// <summary>The oldest format version that can hold it.</summary>
    public static byte VersionOf(ModelChange change) =>
        change.HeldOutRows > 0 ? FrameHeader.Longest : FrameHeader.VersionFor(change.Importance.Length);
}
