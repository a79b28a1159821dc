namespace MonitoringDemo.Inference.Requests;

/// <summary>What is wrong with a request, by the path of the field. Stops counting when it has enough to mend.</summary>
internal sealed class RequestErrors
{
    private const int Enough = 20;
    private const int LongestPath = 200;
    private Dictionary<string, string[]>? _byPath;

    public bool Any => _byPath is not null;

    public bool IsFull => _byPath?.Count >= Enough;

    public Dictionary<string, string[]> ByPath => _byPath ?? [];

    /// <summary>There is nothing wrong with it but that it holds too much at once.</summary>
    public bool IsTooMuch { get; private set; }

    public void AddTooMuch(string path, string message)
    {
        IsTooMuch = !Any;
        Add(path, message);
    }

    public void Add(string path, string message)
    {
        if (IsFull) return;

        path = path.Length > LongestPath ? path[..LongestPath] + "…" : path;
        _byPath ??= new(StringComparer.Ordinal);
        _byPath[path] = _byPath.TryGetValue(path, out var known) ? [.. known, message] : [message];
    }
}
