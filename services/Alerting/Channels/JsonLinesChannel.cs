using System.Text;
using System.Text.Json;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Alerting.Channels;

/// <summary>One JSON object a line in <c>alerting/alerts.jsonl</c>, for whoever tails files. A key is written once, also across a crash.</summary>
internal sealed class JsonLinesChannel(DataDirectory data) : IAlertChannel, IDisposable
{
    private readonly string _path = data.PathOf("alerting", "alerts.jsonl");
    private readonly SemaphoreSlim _one = new(1, 1);
    private HashSet<string>? _written;

    public string Name => "json-lines";

    public bool IsEnabled => true;

    public async Task DeliverAsync(AlertNotification notification, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            _written ??= MendAndReadKeys();
            if (_written.Contains(notification.Key))
                return;

            // One write per line; not cancelled half-way.
            var line = JsonSerializer.Serialize(notification, JsonSerializerOptions.Web) + "\n";
            await File.AppendAllTextAsync(_path, line, CancellationToken.None);
            _written.Add(notification.Key);
        }
        catch (IOException)
        {
            // Half a line may stand there now: the next attempt looks again.
            _written = null;
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private HashSet<string> MendAndReadKeys()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (!File.Exists(_path))
            return keys;

        var text = File.ReadAllText(_path);
        var whole = text.LastIndexOf('\n') + 1;
        if (whole < text.Length)
        {
            // The process died while it wrote the last line.
            using var file = new FileStream(_path, FileMode.Open, FileAccess.Write);
            file.SetLength(Encoding.UTF8.GetByteCount(text.AsSpan(0, whole)));
        }

        foreach (var line in text.AsSpan(0, whole).ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            keys.Add(JsonSerializer.Deserialize<AlertNotification>(line, JsonSerializerOptions.Web)!.Key);

        return keys;
    }
}
