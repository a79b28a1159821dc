using Npgsql;

namespace MonitoringDemo.PostgreSql;

/// <summary>Rows of the table <c>registry.serving</c>: which processes serve a model, whichever process they told.</summary>
/// <remarks>Every method throws <see cref="Storage.StoreUnavailableException"/> when the database could not be asked.</remarks>
public sealed class DatabasePresence(RegistryDatabase database, string model)
{
    /// <summary>One says that it lives. Who has not for a day is forgotten.</summary>
    /// <param name="instance">Its name.</param>
    /// <param name="serves">The release that it serves; 0 for none.</param>
    public void Tell(string instance, long serves) => database.Ask(connection =>
    {
        const string Tell = """
            with gone as (delete from registry.serving where model = $1 and instance <> $2 and asked < clock_timestamp() - interval '1 day')
            insert into registry.serving (model, instance, asked, serves) values ($1, $2, clock_timestamp(), $3)
            on conflict (model, instance) do update set asked = excluded.asked, serves = excluded.serves
            """;
        using var command = new NpgsqlCommand(Tell, connection) { Parameters = { new() { Value = model }, new() { Value = instance }, new() { Value = serves } } };
        return command.ExecuteNonQuery();
    });

    /// <summary>Those that told within a time.</summary>
    public IReadOnlyList<PresentProcess> Read(TimeSpan within) => database.Ask(connection =>
    {
        const string Read = "select instance, serves, clock_timestamp() - asked from registry.serving where model = $1 and asked >= clock_timestamp() - $2";
        using var command = new NpgsqlCommand(Read, connection) { Parameters = { new() { Value = model }, new() { Value = within } } };
        using var rows = command.ExecuteReader();
        var present = new List<PresentProcess>();
        while (rows.Read()) present.Add(new PresentProcess(rows.GetString(0), rows.GetInt64(1), rows.GetTimeSpan(2)));
        return present;
    });
}
