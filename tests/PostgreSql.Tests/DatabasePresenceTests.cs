using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.PostgreSql.Tests;

[Collection(DatabaseGroup.Name)]
public sealed class DatabasePresenceTests(PostgresServer server) : IAsyncLifetime
{
    private RegistryDatabase? _database;

    public async ValueTask InitializeAsync() => _database = new RegistryDatabase(RegistryAddress.Parse(await server.CreateDatabaseAsync()));

    public ValueTask DisposeAsync()
    {
        _database!.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Those_that_told_lately_are_known_with_what_they_told_last()
    {
        var presence = new DatabasePresence(_database!, "hits");
        presence.Tell("a", 3);
        presence.Tell("b", 4);
        presence.Tell("a", 5);
        new DatabasePresence(_database!, "other").Tell("c", 1);

        var known = presence.Read(TimeSpan.FromMinutes(1));
        var ofNoTime = presence.Read(TimeSpan.FromSeconds(-1));

        known.Select(each => (each.Instance, each.Serves)).ShouldBe([("a", 5L), ("b", 4L)], ignoreOrder: true);
        known.ShouldAllBe(each => each.Ago >= TimeSpan.Zero && each.Ago < TimeSpan.FromMinutes(1));
        ofNoTime.ShouldBeEmpty();
    }
}
