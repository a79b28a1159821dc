using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.EndToEnd.Tests.LogStream;

/// <summary>The data directory of a service that writes the log, and the log in it.</summary>
internal sealed class WrittenLog : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly InferenceLogWriter _writer;

    public WrittenLog()
    {
        _writer = InferenceLogWriter.Open(_data.PathOf("log"), new InferenceLogOptions { SegmentBytes = 100_000 });
        _writer.WriteSchema("""{"features":["tempo"]}"""u8);
    }

    public string Data => _data.Path;

    public List<byte[]> Frames => LogStreamHost.Frames(Data);

    public void Append(int batches)
    {
        for (var i = 0; i < batches; i++)
        {
            double[] rows = [_writer.NextRow, _writer.NextRow + 1, _writer.NextRow + 2];
            _writer.AppendPredictions(new PredictionBatch(_writer.NextRow, 1, rows, 1, rows, rows, 0, [], null, null));
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _data.Dispose();
    }
}
