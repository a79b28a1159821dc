using Npgsql;

namespace MonitoringDemo.PostgreSql;

/// <summary>A row of the table <c>registry.leases</c>: of the processes that ask one holds it, until it gives it back or a time passes in which it does not ask again. Time is the database's.</summary>
/// <remarks>Every method throws <see cref="Storage.StoreUnavailableException"/> when the database could not be asked. A holding whose answer was lost is nobody's, and free when its time is over.</remarks>
public sealed class DatabaseLease(RegistryDatabase database, LeaseName name)
{
    /// <summary>Takes the lease when it is free.</summary>
    /// <param name="holder">Who asks; for people.</param>
    /// <param name="term">For how long, from now on.</param>
    /// <returns>The number of this holding, which is higher than all before it; null when another has it.</returns>
    public long? TryTake(string holder, TimeSpan term) => database.Ask(connection =>
    {
        const string Take = """
            insert into registry.leases as held (service, model, fence, holder, expires) values ($1, $2, 1, $3, clock_timestamp() + $4)
            on conflict (service, model) do update set fence = held.fence + 1, holder = excluded.holder, expires = clock_timestamp() + $4
            where held.expires <= clock_timestamp() returning fence
            """;
        using var command = Command(connection, Take, holder, term);
        return (long?)command.ExecuteScalar();
    });

    /// <summary>Keeps it for another term. One whose time is over may be kept as well, as long as nobody has taken it.</summary>
    /// <param name="fence">The number of the holding.</param>
    /// <param name="term">For how long, from now on.</param>
    /// <returns>False when another has taken it: what was done under this number is over.</returns>
    public bool Renew(long fence, TimeSpan term) => database.Ask(connection =>
    {
        using var command = Command(connection, "update registry.leases set expires = clock_timestamp() + $4 where service = $1 and model = $2 and fence = $3", fence, term);
        return command.ExecuteNonQuery() == 1;
    });

    /// <summary>Gives it back, for another to take at once. Of a holding that is over nothing happens.</summary>
    /// <param name="fence">The number of the holding.</param>
    public void GiveBack(long fence) => database.Ask(connection =>
    {
        using var command = Command(connection, "update registry.leases set expires = clock_timestamp() where service = $1 and model = $2 and fence = $3 and expires > clock_timestamp()", fence);
        return command.ExecuteNonQuery();
    });

    /// <summary>The lease as it is; null before anybody took it.</summary>
    public LeaseRow? Read() => database.Ask(connection =>
    {
        using var command = Command(connection, "select fence, holder, expires <= clock_timestamp() from registry.leases where service = $1 and model = $2");
        using var row = command.ExecuteReader();
        return row.Read() ? new LeaseRow(row.GetInt64(0), row.GetString(1), row.GetBoolean(2)) : null;
    });

    private NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name.Service }, new() { Value = name.Model } } };
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
