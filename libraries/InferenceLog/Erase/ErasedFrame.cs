using System.Text;
using MonitoringDemo.InferenceLog.Frames;

namespace MonitoringDemo.InferenceLog.Erase;

/// <summary>A record without the values of some of its rows: as long as before, with its number and its time, so that all that counts records and rows goes on.</summary>
internal static class ErasedFrame
{
    /// <summary>Half a chance: the score of nobody.</summary>
    private const double NoScore = 0.5;

    /// <param name="frame">A whole record.</param>
    /// <param name="rows">The rows, by number.</param>
    /// <returns>Its new bytes; null when it holds none of the rows.</returns>
    public static byte[]? Of(ReadOnlySpan<byte> frame, IReadOnlySet<long> rows)
    {
        var header = FrameHeader.Read(frame);
        if (header.Type is not (RecordType.Predictions or RecordType.History) || !Enumerable.Range(0, header.Count).Any(i => rows.Contains(header.AtRow + i))) return null;
        var buffer = new FrameBuffer();
        buffer.Begin();
        switch (RecordDecoder.Decode(frame, default))
        {
            case PredictionBatch batch:
                Erase(batch.Features, batch.FeatureCount, batch.EventTimes, batch.FirstRow, rows);
                foreach (var scores in new[] { batch.Scores, batch.StaticScores, batch.ShadowScores }) Neutral(scores, batch.FirstRow, rows);
                // A name goes with the last row that it names.
                var isEmpty = Enumerable.Range(0, batch.Count).All(i => rows.Contains(batch.FirstRow + i));
                buffer.Put((isEmpty ? batch with { RequestId = Masked(batch.RequestId), TraceParent = Masked(batch.TraceParent) } : batch).AsRows());
                break;
            case HistoryBatch batch:
                Erase(batch.Features, batch.FeatureCount, batch.EventTimes, batch.FirstRow, rows);
                buffer.Put(batch);
                break;
        }

        // What a merged log has behind the record stays.
        buffer.Put(frame[buffer.Length..]);
        return buffer.Seal(header).ToArray();
    }

    private static void Erase(double[] features, int width, long[] times, long firstRow, IReadOnlySet<long> rows)
    {
        for (var i = 0; i * width < features.Length; i++)
        {
            if (!rows.Contains(firstRow + i)) continue;
            features.AsSpan(i * width, width).Fill(double.NaN);
            if (times.Length > 0) times[i] = EventTime.Unknown;
        }
    }

    private static void Neutral(double[] scores, long firstRow, IReadOnlySet<long> rows)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            if (rows.Contains(firstRow + i)) scores[i] = NoScore;
        }
    }

    /// <summary>As long, and says nothing.</summary>
    private static string? Masked(string? text) => text is null ? null : new string('*', Encoding.UTF8.GetByteCount(text));
}
