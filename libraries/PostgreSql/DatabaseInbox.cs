using Npgsql;

namespace MonitoringDemo.PostgreSql;

/// <summary>Rows of the table <c>registry.received</c>: what a service received and has not worked on. Any of its processes adds to it; only the holder of the lease takes out.</summary>
/// <remarks>Every method throws <see cref="Storage.StoreUnavailableException"/> when the database could not be asked. What was added and whose answer was lost may be there twice.</remarks>
public sealed class DatabaseInbox(RegistryDatabase database, LeaseName name)
{
    /// <summary>Adds one. When this returns it survives the death of the process.</summary>
    public void Add(string line) => database.Ask(connection =>
    {
        using var command = Command(connection, "insert into registry.received (service, model, line) values ($1, $2, $3)", line);
        return command.ExecuteNonQuery();
    });

    /// <summary>All that is there, in the order in which it came as far as there is one.</summary>
    public IReadOnlyList<InboxLine> Read() => database.Ask(connection =>
    {
        using var command = Command(connection, "select number, line from registry.received where service = $1 and model = $2 order by number");
        using var rows = command.ExecuteReader();
        var lines = new List<InboxLine>();
        while (rows.Read()) lines.Add(new InboxLine(rows.GetInt64(0), rows.GetString(1)));
        return lines;
    });

    /// <summary>Takes out what was worked on.</summary>
    /// <param name="fence">The number of the holding under which that was done.</param>
    /// <param name="numbers">Each by its number: a lower one may have come later.</param>
    /// <returns>False when another has taken the lease: nothing was taken out.</returns>
    public bool TryRemove(long fence, IReadOnlyList<long> numbers) => database.Ask(connection =>
    {
        const string Remove = """
            with mine as (select 1 from registry.leases where service = $1 and model = $2 and fence = $3 for share),
            gone as (delete from registry.received where number = any($4) and exists (select from mine))
            select exists (select from mine)
            """;
        using var command = Command(connection, Remove, fence, numbers.ToArray());
        return (bool)command.ExecuteScalar()!;
    });

    private NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name.Service }, new() { Value = name.Model } } };
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
