using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.EndToEnd.Tests.LogStream;

/// <summary>The data directory of a service that writes the log, and the log in it.</summary>
internal sealed class WrittenLog : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private InferenceLogWriter? _writer;

    public string Data => _data.Path;

    public List<byte[]> Frames => LogStreamHost.Frames(Data);

    /// <param name="batches">How many records of three rows.</param>
    /// <param name="hold">What retention leaves alone, where that is to be small; told with the first record.</param>
    public void Append(int batches, LogHold? hold = null)
    {
        _writer ??= Open(hold);
        for (var i = 0; i < batches; i++)
        {
            double[] rows = [_writer.NextRow, _writer.NextRow + 1, _writer.NextRow + 2];
            _writer.AppendPredictions(new PredictionBatch(_writer.NextRow, 1, rows, 1, rows, rows, 0, [], null, null));
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _data.Dispose();
    }

    private InferenceLogWriter Open(LogHold? hold)
    {
        var writer = InferenceLogWriter.Open(_data.PathOf("log"), hold is null ? new InferenceLogOptions { SegmentBytes = 100_000 } : new InferenceLogOptions { SegmentBytes = 2_000, RetainBytes = 4_000, Hold = hold });
        writer.WriteSchema("""{"features":["tempo"]}"""u8);
        return writer;
    }
}
