using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Storage;
using Npgsql;

namespace MonitoringDemo.PostgreSql.Tests;

[Collection(DatabaseGroup.Name)]
public sealed class RegistryDatabaseTests(PostgresServer server)
{
    [Fact]
    public async Task Many_that_start_at_once_on_an_empty_database_make_its_schema_once()
    {
        var address = RegistryAddress.Parse(await server.CreateDatabaseAsync());

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
        {
            using var database = new RegistryDatabase(address);
            database.Check();
        })));

        using var after = new RegistryDatabase(address);
        new DatabaseJournal(after, TimeProvider.System).Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_that_goes_away_while_the_schema_is_made_is_said_not_to_answer()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var address = await server.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(address);
        await using var holds = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await holds.BeginTransactionAsync(cancellation);
        await using (var create = new NpgsqlCommand("create schema registry", holds)) await create.ExecuteNonQueryAsync(cancellation);
        using var database = new RegistryDatabase(RegistryAddress.Parse(address));

        var asked = Task.Run(() => Should.Throw<StoreUnavailableException>(database.Check), cancellation);
        await Eventually.Get(
            async token =>
            {
                await using var end = source.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'create schema%'");
                return await end.ExecuteScalarAsync(token) is true ? "ended" : null;
            },
            TimeSpan.FromSeconds(30),
            "The one that waits is ended",
            cancellation);

        (await asked).Message.ShouldContain("does not answer");
        await transaction.RollbackAsync(cancellation);
        database.Check();
    }

    [Fact]
    public async Task A_schema_that_is_newer_than_the_program_is_left_alone()
    {
        var address = await server.CreateDatabaseAsync();
        using (var first = new RegistryDatabase(RegistryAddress.Parse(address))) first.Check();
        await RunAsync(address, "insert into registry.migrations (version) values (1000)");

        using var database = new RegistryDatabase(RegistryAddress.Parse(address));
        var refused = Should.Throw<StoreUnavailableException>(database.Check);

        refused.Message.ShouldContain("version 1000");
        refused.Message.ShouldContain("start the newer program");
    }

    [Fact]
    public async Task A_user_with_the_rights_of_inference_reads_artifacts_and_nothing_else()
    {
        var owner = await server.CreateDatabaseAsync();
        using var all = new RegistryDatabase(RegistryAddress.Parse(owner));
        new DatabaseBlobs(all).Write("artefacts/a.model", [1, 2]);
        var user = $"inference_{Guid.NewGuid():N}";
        await RunAsync(owner, $"create role {user} login; grant usage on schema registry to {user}; grant select on registry.migrations, registry.blobs to {user}");

        using var database = new RegistryDatabase(RegistryAddress.Parse(new NpgsqlConnectionStringBuilder(owner) { Username = user }.ConnectionString));
        var read = new DatabaseBlobs(database).Read("artefacts/a.model");
        var written = Should.Throw<StoreUnavailableException>(() => new DatabaseBlobs(database).Write("artefacts/b.model", [3]));
        var journal = Should.Throw<StoreUnavailableException>(() => new DatabaseJournal(database, TimeProvider.System).Read());

        read.ShouldBe([1, 2]);
        written.Message.ShouldContain("permission denied for table blobs");
        journal.Message.ShouldContain("permission denied for table journal");
    }

    [Theory]
    [InlineData("nonsense", "is no connection string")]
    [InlineData("Host=db;Wrong=1", "is no connection string")]
    [InlineData("Database=registry;Username=me;Password=hidden", "names no Host")]
    [InlineData("Host=127.0.0.1;Username=me;Password=hidden", "names no Database")]
    [InlineData("Host=db.example;Database=registry;Password=hidden", "without verified TLS")]
    [InlineData("Host=db.example;Database=registry;Password=hidden;SSL Mode=Require", "without verified TLS")]
    [InlineData("Host=127.0.0.1,db.example;Database=registry;Password=hidden", "without verified TLS")]
    public void An_address_that_will_not_do_is_refused_without_its_secret(string address, string why)
    {
        var refused = Should.Throw<FormatException>(() => RegistryAddress.Parse(address));

        refused.Message.ShouldContain(why);
        refused.Message.ShouldNotContain("hidden");
    }

    [Theory]
    [InlineData("Host=db.example;Database=registry;Password=hidden;SSL Mode=VerifyFull", "db.example:5432/registry")]
    [InlineData("Host=localhost;Port=5433;Database=registry;Password=hidden", "localhost:5433/registry")]
    [InlineData("Host=::1;Database=registry", "::1:5432/registry")]
    [InlineData("Host=/run/postgresql;Database=registry", "/run/postgresql:5432/registry")]
    public void An_address_is_shown_without_its_secret(string address, string shown) =>
        RegistryAddress.Parse(address).ToString().ShouldBe(shown);

    private static async Task RunAsync(string address, string sql)
    {
        await using var source = NpgsqlDataSource.Create(address);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
