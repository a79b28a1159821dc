using Npgsql;

namespace MonitoringDemo.PostgreSql;

/// <summary>A row of the table <c>registry.states</c>: what the holder of a lease knows, for whoever holds it next. Written only under the number of the holding that is the newest.</summary>
/// <remarks>Every method throws <see cref="Storage.StoreUnavailableException"/> when the database could not be asked.</remarks>
public sealed class DatabaseState(RegistryDatabase database, LeaseName name)
{
    /// <summary>What was written last; null before anything was.</summary>
    public byte[]? Read() => database.Ask(connection =>
    {
        using var command = Command(connection, "select bytes from registry.states where service = $1 and model = $2");
        return command.ExecuteScalar() as byte[];
    });

    /// <summary>Where in the log that was; null before anything was written.</summary>
    public StatePlace? ReadPlace() => database.Ask(connection =>
    {
        using var command = Command(connection, "select log, position from registry.states where service = $1 and model = $2");
        using var row = command.ExecuteReader();
        return row.Read() ? new StatePlace(row.GetString(0), row.GetInt64(1)) : null;
    });

    /// <summary>Replaces it, whole or not at all. Writing the same again is always right.</summary>
    /// <param name="fence">The number of the holding under which the caller works.</param>
    /// <param name="place">Where in the log the next holder goes on.</param>
    /// <param name="bytes">What the next holder goes on with.</param>
    /// <returns>False when another has taken the lease: nothing was written.</returns>
    public bool TryWrite(long fence, StatePlace place, ReadOnlySpan<byte> bytes)
    {
        var all = bytes.ToArray();
        return database.Ask(connection =>
        {
            // The row of the lease is held until this is done: who takes it meanwhile waits, and then reads what was written here.
            const string Write = """
                with mine as (select 1 from registry.leases where service = $1 and model = $2 and fence = $3 for share)
                insert into registry.states (service, model, fence, log, position, bytes) select $1, $2, $3, $4, $5, $6 from mine
                on conflict (service, model) do update set fence = excluded.fence, log = excluded.log, position = excluded.position, bytes = excluded.bytes, written = now()
                """;
            using var command = Command(connection, Write, fence, place.Log, place.Position, all);
            return command.ExecuteNonQuery() == 1;
        });
    }

    private NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name.Service }, new() { Value = name.Model } } };
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
