using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Throughput.Stream;

/// <summary>What stands in a log's files.</summary>
/// <param name="Directory">The files.</param>
/// <param name="Count">Records.</param>
/// <param name="Rows">Rows served, and of history.</param>
/// <param name="Bytes">Of all records.</param>
/// <param name="RowsBefore">Rows before each record, by its number.</param>
internal sealed record RecordedLog(string Directory, int Count, long Rows, long Bytes, IReadOnlyList<long> RowsBefore)
{
    public static RecordedLog Of(string directory)
    {
        using var reader = new InferenceLogFiles(directory).OpenFrames(0);
        var (before, first, bytes) = (new List<long>(), -1L, 0L);
        while (reader.TryRead(out var frame, out var ordinal))
        {
            while (before.Count < ordinal) before.Add(0);
            var record = LogFrames.Read(frame.Span);
            if (first < 0) first = record.AtRow;
            before.Add(record.AtRow);
            bytes += frame.Length;
        }

        return new RecordedLog(directory, before.Count, before[^1] - first, bytes, before);
    }
}
