using MonitoringDemo.Storage;

namespace MonitoringDemo.Inference.Tests.LoadModel;

/// <summary>Files that do not answer the first few questions, as a database that is being started.</summary>
internal sealed class SleepyBlobs(string directory, int sleepsFor) : IBlobStore
{
    private readonly BlobFiles _files = new(directory);
    private int _left = sleepsFor;

    public byte[] Read(string name) => Awake().Read(name);

    public bool Exists(string name) => Awake().Exists(name);

    public void Write(string name, ReadOnlySpan<byte> bytes, bool replace = false) => Awake().Write(name, bytes, replace);

    public bool Delete(string name) => Awake().Delete(name);

    private BlobFiles Awake() => Interlocked.Decrement(ref _left) < 0 ? _files : throw new StoreUnavailableException("The registry sleeps.");
}
