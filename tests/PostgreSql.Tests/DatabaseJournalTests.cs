using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Storage;
using MonitoringDemo.Storage.Tests;
using Npgsql;

namespace MonitoringDemo.PostgreSql.Tests;

[Collection(DatabaseGroup.Name)]
public sealed class DatabaseJournalTests(PostgresServer server) : JournalContractTests, IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2020, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly LeaseName _lease = new("retraining", "hits");
    private readonly List<RegistryDatabase> _opened = [];
    private string _address = "";

    public async ValueTask InitializeAsync() => _address = await server.CreateDatabaseAsync();

    public ValueTask DisposeAsync()
    {
        foreach (var database in _opened) database.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_lines_are_those_of_a_file()
    {
        using var directory = new TemporaryDirectory();
        using var file = new JournalFile(directory.Path);

        foreach (var journal in (IJournal[])[file, Open()])
        {
            journal.Append(0, 7, Noon, [Said("größer > \"1\""), Said("\u0001")]);
            journal.Append(2, 8, Noon, [Said("two")]);
        }

        (await LinesAsync()).ShouldBe(await System.IO.File.ReadAllLinesAsync(directory.PathOf("journal.jsonl"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_what_was_written()
    {
        Write(after: 0, "one");

        foreach (var change in (string[])["update registry.journal set seq = 2", "delete from registry.journal", "truncate registry.journal"])
            (await Should.ThrowAsync<PostgresException>(() => RunAsync(change))).MessageText.ShouldContain("append-only");

        Read().ShouldBe(["one"]);
    }

    [Fact]
    public async Task A_line_that_its_owner_altered_all_the_same_is_refused_by_number()
    {
        Write(after: 0, "one");
        Write(after: 1, "two");
        await RunAsync("alter table registry.journal disable trigger all; update registry.journal set line = replace(line, 'one', 'uno')");

        Should.Throw<DamagedJournalException>(() => Read()).Message.ShouldContain("line 1");
    }

    [Fact]
    public async Task Of_many_that_append_at_once_each_is_told_or_counts_and_nothing_is_lost()
    {
        const int Writers = 4, Deeds = 25;
        var cancellation = TestContext.Current.CancellationToken;
        _ = Open().Read();
        var journals = Enumerable.Range(0, Writers).Select(_ => Open()).ToList();

        await Task.WhenAll(journals.Select((journal, writer) => Task.Run(
            () =>
            {
                for (var deed = 0; deed < Deeds;)
                {
                    try
                    {
                        journal.Append(journal.Read().Count, 7, Noon, [Said($"{writer}-{deed}"), Said($"{writer}-{deed}, more")]);
                        deed++;
                    }
                    catch (JournalConflictException)
                    {
                        // Somebody else was first: read, and try again.
                    }
                }
            },
            cancellation)));

        var words = Read().ToList();
        words.Count.ShouldBe(2 * Writers * Deeds);
        words.Chunk(2).ShouldAllBe(deed => deed[1] == deed[0] + ", more");
        words.Distinct().Count().ShouldBe(words.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_deed_whose_answer_is_lost_counts_once(bool arrives)
    {
        using var road = new BreakingRoad(server.Port, "COMMIT\0", arrives);
        using var database = new RegistryDatabase(RegistryAddress.Parse(new NpgsqlConnectionStringBuilder(_address) { Port = road.Port }.ConnectionString));
        Write(after: 0, "one");
        road.Arm();

        new DatabaseJournal(database, TimeProvider.System).Append(1, 7, Noon, [Said("two"), Said("three")]);

        road.Broke.ShouldBeTrue();
        Read().ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public async Task While_the_server_is_away_nothing_is_appended_and_afterwards_all_goes_on()
    {
        await using var own = new PostgresServer();
        await own.InitializeAsync();
        using var database = new RegistryDatabase(RegistryAddress.Parse(await own.CreateDatabaseAsync()));
        var journal = new DatabaseJournal(database, TimeProvider.System);
        journal.Append(0, 7, Noon, [Said("one")]);

        await own.StopAsync();
        Should.Throw<StoreUnavailableException>(() => journal.Append(1, 7, Noon, [Said("lost")])).Message.ShouldContain("does not answer");
        Should.Throw<StoreUnavailableException>(() => journal.Read());
        await own.StartAsync();
        journal.Append(1, 7, Noon, [Said("two")]);

        journal.Read().Select(record => record.Fact.Payload.GetProperty("words").GetString()).ShouldBe(["one", "two"]);
    }

    [Fact]
    public void Under_a_holding_that_is_over_nothing_is_appended_though_nobody_else_has_written()
    {
        var journal = (DatabaseJournal)Open();
        var lease = new DatabaseLease(_opened[^1], _lease);
        var former = lease.TryTake("a", TimeSpan.FromSeconds(-1))!.Value;
        journal.Under(new JournalFence(_lease, former)).Append(0, 7, Noon, [Said("one")]);
        var next = lease.TryTake("b", TimeSpan.FromMinutes(5))!.Value;

        Should.Throw<JournalConflictException>(() => journal.Under(new JournalFence(_lease, former)).Append(1, 7, Noon, [Said("late")])).Message.ShouldContain("holds the lease");
        journal.Under(new JournalFence(_lease, next)).Append(1, 7, Noon, [Said("two")]);

        Read().ShouldBe(["one", "two"]);
    }

    [Fact]
    public void One_that_follows_reads_what_is_new_and_is_told_when_what_it_knows_is_gone()
    {
        Write(after: 0, "one");
        Write(after: 1, "two");
        var journal = Open();

        var fresh = journal.ReadAfter(1);
        var none = journal.ReadAfter(2);

        fresh.Select(record => record.Hash).ShouldBe(journal.Read().Skip(1).Select(record => record.Hash));
        none.ShouldBeEmpty();
        Should.Throw<DamagedJournalException>(() => journal.ReadAfter(3)).Message.ShouldContain("record 3");
    }

    protected override IJournal Open()
    {
        _opened.Add(new RegistryDatabase(RegistryAddress.Parse(_address)));
        return new DatabaseJournal(_opened[^1], TimeProvider.System);
    }

    protected override void Close(IJournal journal)
    {
    }

    private static JournalFact Said(string words) => new("said", JsonSerializer.SerializeToElement(new { words }));

    private async Task<List<string>> LinesAsync()
    {
        await using var source = NpgsqlDataSource.Create(_address);
        await using var command = source.CreateCommand("select line from registry.journal order by seq");
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    private async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_address);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
