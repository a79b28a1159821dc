using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.LogStream;

namespace MonitoringDemo.ServiceDefaults.Tests.LogStream.Merge;

/// <summary>Logs that several services write, and what each of them ships.</summary>
internal sealed class WrittenLogs : IDisposable
{
    private readonly TemporaryData _data = new();
    private readonly Dictionary<string, (InferenceLogFiles Files, InferenceLogWriter Writer)> _logs = [];

    /// <summary>A log of a name, made where there is none yet.</summary>
    public InferenceLogWriter this[string name]
    {
        get
        {
            if (_logs.TryGetValue(name, out var known)) return known.Writer;
            var files = new InferenceLogFiles(_data.Directory.PathOf(name));
            return (_logs[name] = (files, files.OpenCopy())).Writer;
        }
    }

    public void Predict(string name, int rows, string? requestId = null, int version = 1, double? first = null)
    {
        var writer = this[name];
        double[] values = [.. Enumerable.Range(0, rows).Select(row => (first ?? writer.NextRow) + row)];
        writer.AppendPredictions(new PredictionBatch(writer.NextRow, 1, values, version, values, values, 0, [], requestId, null));
    }

    public void Answer(string name, params (long Id, int Label)[] outcomes) =>
        this[name].AppendOutcomes(new OutcomeBatch([.. outcomes.Select(outcome => outcome.Id)], [.. outcomes.Select(outcome => (byte)outcome.Label)]));

    public void Change(string name, long sequence, int version) => this[name].AppendModelChange(new ModelChange(this[name].NextRow, version, 0, sequence, "", 0, 0));

    public List<ShippedMessage> Shipped(string name)
    {
        using var frames = _logs[name].Files.OpenFrames(0);
        var shipped = new List<ShippedMessage>();
        while (frames.TryRead(out var frame, out var ordinal)) shipped.Add(new ShippedMessage("inference", name, ordinal, this[name].NextOrdinal, frame));
        return shipped;
    }

    public static long IdOf(string name, long row) => PredictionIds.FirstOf(name) + row;

    public void Dispose()
    {
        foreach (var (_, writer) in _logs.Values) writer.Dispose();
        _data.Dispose();
    }
}
