using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Storage;
using MonitoringDemo.Storage.Tests;

namespace MonitoringDemo.PostgreSql.Tests;

[Collection(DatabaseGroup.Name)]
public sealed class DatabaseBlobsTests(PostgresServer server) : BlobStoreContractTests, IAsyncLifetime
{
    private readonly List<RegistryDatabase> _opened = [];
    private string _address = "";

    public async ValueTask InitializeAsync() => _address = await server.CreateDatabaseAsync();

    public ValueTask DisposeAsync()
    {
        foreach (var database in _opened) database.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override IBlobStore Open()
    {
        _opened.Add(new RegistryDatabase(RegistryAddress.Parse(_address)));
        return new DatabaseBlobs(_opened[^1]);
    }
}
