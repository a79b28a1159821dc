using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Serving;

/// <summary>Where the answers of the last named requests stand in the log. Not thread-safe.</summary>
internal sealed class RequestWindow(int capacity)
{
    private readonly Dictionary<string, LogPosition> _positions = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestFirst = new();

    public bool TryFind(string requestId, out LogPosition position) => _positions.TryGetValue(requestId, out position);

    /// <summary>Remembers an answer; one that was forgotten with its segment makes room for the new one.</summary>
    public void Add(string? requestId, LogPosition position)
    {
        if (requestId is null) return;

        if (!_positions.TryAdd(requestId, position))
        {
            _positions[requestId] = position;
            return;
        }

        _oldestFirst.Enqueue(requestId);
        if (_oldestFirst.Count > capacity) _positions.Remove(_oldestFirst.Dequeue());
    }
}
