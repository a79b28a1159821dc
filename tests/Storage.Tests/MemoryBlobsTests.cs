namespace MonitoringDemo.Storage.Tests;

/// <summary>A store without files keeps the contract as well.</summary>
public sealed class MemoryBlobsTests : BlobStoreContractTests
{
    private readonly MemoryBlobs _blobs = new();

    protected override IBlobStore Open() => _blobs;
}
