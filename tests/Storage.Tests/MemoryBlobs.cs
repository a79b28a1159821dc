using System.Collections.Concurrent;

namespace MonitoringDemo.Storage.Tests;

/// <summary>The least that keeps the contract: a dictionary.</summary>
internal sealed class MemoryBlobs : IBlobStore
{
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);

    public byte[] Read(string name) => _blobs.TryGetValue(name, out var bytes) ? bytes : throw new FileNotFoundException($"There is no '{name}'.", name);

    public bool Exists(string name) => _blobs.ContainsKey(name);

    public void Write(string name, ReadOnlySpan<byte> bytes, bool replace = false)
    {
        var copy = bytes.ToArray();
        _blobs.AddOrUpdate(name, copy, (_, before) => replace ? copy : before);
    }

    public bool Delete(string name) => _blobs.TryRemove(name, out _);
}
