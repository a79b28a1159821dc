using System.Globalization;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.EndToEnd.Tests.Replicas;

/// <summary>What a reader's copy holds: the rows in order, with the request that each belongs to.</summary>
internal sealed class MergedLog
{
    private MergedLog(List<(long Row, int Count, string? RequestId, double First)> batches, HashSet<long> labelled, int secondOutcomes)
    {
        (Batches, Labelled, SecondOutcomes) = (batches, labelled, secondOutcomes);
        Rows = batches.Where(batch => batch.RequestId is not null).DistinctBy(batch => batch.RequestId).ToDictionary(batch => batch.RequestId!, batch => batch.Row);
    }

    /// <summary>Each request: its first row, how many it has, its name and a value of it.</summary>
    public IReadOnlyList<(long Row, int Count, string? RequestId, double First)> Batches { get; }

    /// <summary>Rows whose outcome is known.</summary>
    public IReadOnlySet<long> Labelled { get; }

    /// <summary>Outcomes of rows that had one.</summary>
    public int SecondOutcomes { get; }

    /// <summary>The first row of each named request.</summary>
    public Dictionary<string, long> Rows { get; }

    public IEnumerable<string> Doubled => Batches.Where(batch => batch.RequestId is not null).GroupBy(batch => batch.RequestId!).Where(group => group.Count() > 1).Select(group => group.Key);

    /// <summary>The songs of the traffic, by the numbers that it gives them: where one request ends the next has to begin.</summary>
    public IEnumerable<string> SongsMissing
    {
        get
        {
            var sent = Batches.Where(batch => batch.RequestId?.StartsWith("1-", StringComparison.Ordinal) == true)
                .Select(batch => (From: long.Parse(batch.RequestId![2..], CultureInfo.InvariantCulture), batch.Count)).Order().ToList();
            return sent.Zip(sent.Skip(1)).Where(pair => pair.First.From + pair.First.Count != pair.Second.From).Select(pair => $"{pair.First} before {pair.Second}");
        }
    }

    public static MergedLog Read(string data)
    {
        using var reader = new InferenceLogFiles(Path.Combine(data, "log")).OpenReader(truncated: TruncatedReads.Skip);
        var (batches, labelled, second) = (new List<(long, int, string?, double)>(), new HashSet<long>(), 0);
        while (reader.TryRead(out var record))
        {
            if (record is PredictionBatch batch) batches.Add((batch.FirstRow, batch.Count, batch.RequestId, batch.Features[0] + batch.Features[^1]));
            if (record is OutcomeBatch outcomes) second += outcomes.Rows.Count(row => !labelled.Add(row));
        }

        return new MergedLog(batches, labelled, second);
    }
}
