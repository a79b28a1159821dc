using System.Text;
using System.Text.Json;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>
/// Where consumers leave what they got: in a file before they acknowledge it, so that it survives the process. The pump
/// takes everything over into the journal in one order that does not depend on which consumer was quicker.
/// </summary>
internal sealed class ReceivedMessages : IReceived, IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<ReceivedMessage> _messages = [];
    private readonly FileStream _file;
    private readonly PumpSignal _signal;

    public ReceivedMessages(DataDirectory data, PumpSignal signal)
    {
        _signal = signal;
        _file = new FileStream(data.PathOf("registry", "received.jsonl"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        using var reader = new StreamReader(_file, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && IsWhole(line)) _messages.Add(ReceivedLine.Read(line, "registry/received.jsonl"));
        }

        // A torn last line must not run into the next one.
        if (_file.Length > 0) _file.Write("\n"u8);
    }

    public void Add(object message, string? traceParent)
    {
        var line = Encoding.UTF8.GetBytes(ReceivedLine.Write(message, traceParent));
        lock (_gate)
        {
            _file.Write([.. line, (byte)'\n']);
            _messages.Add(new ReceivedMessage(message, traceParent));
        }

        _signal.Wake();
    }

    /// <inheritdoc/>
    public void TakeOver()
    {
    }

    /// <inheritdoc/>
    public Task AddAsync(object message, string? traceParent, CancellationToken cancellationToken)
    {
        Add(message, traceParent);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ReceivedMessage> Peek()
    {
        lock (_gate) return _messages.Count == 0 ? [] : [.. _messages];
    }

    /// <summary>Drops the first messages. The file goes only when it is empty: until then the journal knows what it has.</summary>
    public void Forget(int count)
    {
        if (count == 0) return;
        lock (_gate)
        {
            _messages.RemoveRange(0, count);
            if (_messages.Count == 0) _file.SetLength(0);
            _file.Seek(0, SeekOrigin.End);
        }
    }

    /// <inheritdoc/>
    public void Forget(int count, long fence) => Forget(count);

    public void Dispose() => _file.Dispose();

    /// <summary>False for half a line: the process died before it acknowledged this one, so it comes again.</summary>
    private static bool IsWhole(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
