using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Chaos.Checks;

/// <summary>Compares what was acknowledged with what stands in the log, and the log with its copies.</summary>
internal static class LogCheck
{
    private const int Described = 3;
    // The header of a record: its type, number, time and row among others.
    private const int Shown = 48;

    /// <param name="acknowledged">Predictions by the request's name.</param>
    /// <param name="written">The data directory of inference.</param>
    /// <param name="copies">Those of the readers.</param>
    /// <param name="atRest">How many records the readers have to have.</param>
    public static IReadOnlyList<(string What, int Count)> Run(IReadOnlyDictionary<string, string> acknowledged, string written, IReadOnlyList<string> copies, int atRest)
    {
        var records = Read(written);
        // Where the log travels, a prediction's id says which log its row stands in.
        var first = FilesOf(written).ReadId() is { } log ? PredictionIds.FirstOf(log) : 0;
        var batches = records.OfType<PredictionBatch>().ToList();
        var byName = batches.Where(batch => batch.RequestId is not null).ToLookup(batch => batch.RequestId!);
        var rows = batches.SelectMany(batch => Enumerable.Range(0, batch.Count).Select(index => batch.FirstRow + index)).ToList();
        var found = new List<(string, int)>
        {
            ("acknowledged predictions that are not in the log", acknowledged.Count(each => !byName[each.Key].Any(batch => each.Value == FormattableString.Invariant($"p-{first + batch.FirstRow}")))),
            ("requests that are in the log twice", byName.Count(named => named.Count() > 1)),
            ("rows with the number of another", rows.Count - rows.Distinct().Count()),
        };
        var frames = Frames(written)[..atRest];
        found.AddRange(copies.Select(copy => ($"records of the log that {Path.GetFileName(copy)} lacks, or has differently", Differences(frames, [.. Frames(copy).Take(atRest)]))));
        return found;
    }

    /// <summary>The first records that stand differently in a log and in its copy, in words.</summary>
    /// <param name="written">The data directory of inference.</param>
    /// <param name="copy">That of a reader.</param>
    /// <param name="atRest">How many records are compared.</param>
    public static IEnumerable<string> Describe(string written, string copy, int atRest) => Frames(written).Take(atRest).Zip(Frames(copy)).Index()
        .Where(pair => !pair.Item.First.AsSpan().SequenceEqual(pair.Item.Second)).Take(Described)
        .Select(pair => $"Record {pair.Index} of {Path.GetFileName(copy)} is not that of the log: {Say(pair.Item.Second)} instead of {Say(pair.Item.First)}");

    private static string Say(byte[] frame) => $"{frame.Length} bytes, {Convert.ToHexStringLower(frame.AsSpan(0, Math.Min(Shown, frame.Length)))}";

    private static int Differences(List<byte[]> written, List<byte[]> copied) =>
        Math.Abs(written.Count - copied.Count) + written.Zip(copied).Count(pair => !pair.First.AsSpan().SequenceEqual(pair.Second));

    private static InferenceLogFiles FilesOf(string data) => new(Path.Combine(data, "log"));

    private static List<LogRecord> Read(string data)
    {
        using var reader = FilesOf(data).OpenReader();
        var records = new List<LogRecord>();
        while (reader.TryRead(out var record)) records.Add(record);
        return records;
    }

    /// <summary>Every record of a log, as bytes.</summary>
    /// <param name="data">The data directory.</param>
    public static List<byte[]> Frames(string data)
    {
        using var reader = FilesOf(data).OpenFrames(0);
        var frames = new List<byte[]>();
        while (reader.TryRead(out var frame, out _)) frames.Add(frame.ToArray());
        return frames;
    }
}
