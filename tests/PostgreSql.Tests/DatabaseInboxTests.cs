using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.PostgreSql.Tests;

[Collection(DatabaseGroup.Name)]
public sealed class DatabaseInboxTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly LeaseName _name = new("retraining", "hits");
    private RegistryDatabase? _database;

    public async ValueTask InitializeAsync() => _database = new RegistryDatabase(RegistryAddress.Parse(await server.CreateDatabaseAsync()));

    public ValueTask DisposeAsync()
    {
        _database!.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void What_one_process_puts_there_another_finds_in_its_order()
    {
        Inbox().Add("one");
        Inbox().Add("two");
        Inbox(_name with { Model = "other" }).Add("of another model");

        var found = Inbox().Read();

        found.Select(line => line.Line).ShouldBe(["one", "two"]);
    }

    [Fact]
    public void Only_the_holder_takes_out_and_only_what_it_has_seen()
    {
        var (inbox, lease) = (Inbox(), new DatabaseLease(_database!, _name));
        inbox.Add("one");
        var seen = inbox.Read().Select(line => line.Number).ToList();
        inbox.Add("two");
        var former = lease.TryTake("a", TimeSpan.FromSeconds(-1))!.Value;
        var holder = lease.TryTake("b", TimeSpan.FromMinutes(5))!.Value;

        var refused = inbox.TryRemove(former, seen);
        var before = inbox.Read().Count;
        var taken = inbox.TryRemove(holder, seen);

        (refused, before, taken).ShouldBe((false, 2, true));
        inbox.Read().Select(line => line.Line).ShouldBe(["two"]);
    }

    private DatabaseInbox Inbox(LeaseName? name = null) => new(_database!, name ?? _name);
}
