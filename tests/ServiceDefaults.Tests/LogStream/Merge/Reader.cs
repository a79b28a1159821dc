using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.LogStream.Merge;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Tests.LogStream.Merge;

/// <summary>The copy of a service that reads the stream.</summary>
internal sealed class Reader : IDisposable
{
    private readonly TemporaryData _data = new();
    private LogCopy _copy;

    public Reader() => _copy = Open();

    private InferenceLogFiles Files => new(_data.Directory.PathOf("log"));

    /// <summary>Takes messages, and says that they were taken.</summary>
    public void Take(params IEnumerable<ShippedMessage> messages)
    {
        foreach (var message in messages) _copy.Take(message);
        _copy.Save();
    }

    /// <summary>Takes messages and dies before it can say so.</summary>
    public void TakeAndDie(IEnumerable<ShippedMessage> messages)
    {
        foreach (var message in messages) _copy.Take(message);
        StartAgain();
    }

    public void StartAgain()
    {
        _copy.Dispose();
        _copy = Open();
    }

    /// <summary>Each row with what was asked and answered, in order.</summary>
    public List<(long Row, double Value, byte? Label)> Rows()
    {
        var rows = new SortedDictionary<long, (double Value, byte? Label)>();
        foreach (var record in Records())
        {
            if (record is PredictionBatch batch)
                for (var i = 0; i < batch.Count; i++) rows.Add(batch.FirstRow + i, (batch.Row(i)[0], null));
            if (record is OutcomeBatch outcomes)
                for (var i = 0; i < outcomes.Count; i++) rows[outcomes.Rows[i]] = rows[outcomes.Rows[i]] is { Label: null } row ? row with { Label = outcomes.Labels[i] } : throw new InvalidDataException("A second outcome.");
        }

        return [.. rows.Select(row => (row.Key, row.Value.Value, row.Value.Label))];
    }

    public List<LogRecord> Records()
    {
        using var reader = Files.OpenReader();
        var records = new List<LogRecord>();
        while (reader.TryRead(out var record)) records.Add(record);
        return records;
    }

    public void Dispose()
    {
        _copy.Dispose();
        _data.Dispose();
    }

    private LogCopy Open() => new(Files, new Checkpoint<MergeState>(_data.Directory.PathOf("part", "log-merge.json")), new LogStreamOptions { SegmentBytes = 5_000 }, TimeProvider.System);
}
