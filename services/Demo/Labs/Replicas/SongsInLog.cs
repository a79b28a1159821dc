using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Demo.Labs.Replicas;

/// <summary>How often each song of a <see cref="SongCaller"/> stands in a reader's copy of the log.</summary>
internal static class SongsInLog
{
    private static readonly int s_tempo = SongSchema.Instance.IndexOf("tempo");
    private static readonly int s_duration = SongSchema.Instance.IndexOf("duration_ms");

    /// <param name="directory">The reader's data directory; its copy may be written to meanwhile.</param>
    public static Dictionary<int, int> Count(string directory)
    {
        var found = new Dictionary<int, int>();
        using var reader = Stores.Log(new DataDirectory(directory)).OpenReader(truncated: TruncatedReads.Skip);
        while (reader.TryRead(out var record))
        {
            if (record is not PredictionBatch batch) continue;
            for (var i = 0; i < batch.Count; i++)
            {
                if (batch.Row(i) is var row && row[s_tempo] == SongCaller.Tempo) found[(int)row[s_duration] - SongCaller.FirstDuration] = found.GetValueOrDefault((int)row[s_duration] - SongCaller.FirstDuration) + 1;
            }
        }

        return found;
    }
}
