using System.Diagnostics;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Storage;
using Npgsql;

namespace MonitoringDemo.PostgreSql.Tests;

[Collection(DatabaseGroup.Name)]
public sealed class DatabaseUsersTests(PostgresServer server)
{
    [Fact]
    public async Task The_users_of_the_script_may_do_what_their_services_have_to_and_drift_detection_no_more()
    {
        using var passwords = new TemporaryDirectory();
        var owner = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync());
        foreach (var user in (string[])["retraining", "drift-detection"])
            await File.WriteAllTextAsync(passwords.PathOf($"database-password-{user}"), "it's \"secret\"\n", TestContext.Current.CancellationToken);
        await MakeUsersAsync(owner, passwords.Path);
        using var retraining = new RegistryDatabase(As("retraining", owner));
        new DatabaseJournal(retraining, TimeProvider.System).Append(0, 1, DateTimeOffset.UnixEpoch, [new JournalFact("said", JsonSerializer.SerializeToElement("one"))]);

        using var drift = new RegistryDatabase(As("drift_detection", owner));
        var name = new LeaseName("drift-detection", "hits");
        var fence = new DatabaseLease(drift, name).TryTake("a", TimeSpan.FromMinutes(1));
        var isWritten = new DatabaseState(drift, name).TryWrite(fence!.Value, new StatePlace("a log", 1), [1]);

        (fence, isWritten).ShouldBe((1L, true));
        Should.Throw<StoreUnavailableException>(() => new DatabaseJournal(drift, TimeProvider.System).Read()).Message.ShouldContain("refuses this user");
        Should.Throw<StoreUnavailableException>(() => new DatabaseInbox(drift, name).Add("a line")).Message.ShouldContain("refuses this user");
    }

    private static RegistryAddress As(string user, NpgsqlConnectionStringBuilder owner) => RegistryAddress.Parse(new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Username = user }.ConnectionString);

    private static async Task MakeUsersAsync(NpgsqlConnectionStringBuilder owner, string passwords)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(AppContext.BaseDirectory, "make-users.sh")]) { RedirectStandardError = true };
        foreach (var (key, value) in new (string, string)[] { ("PGHOST", owner.Host!), ("PGPORT", $"{owner.Port}"), ("POSTGRES_USER", owner.Username!), ("POSTGRES_DB", owner.Database!), ("PASSWORDS", passwords) })
            start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, errors);
    }
}
