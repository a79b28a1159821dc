using MonitoringDemo.Storage;
using Npgsql;

namespace MonitoringDemo.PostgreSql;

/// <summary>Blobs as rows of the table <c>registry.blobs</c>.</summary>
public sealed class DatabaseBlobs(RegistryDatabase database) : IBlobStore
{
    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The database could not be asked.</exception>
    public byte[] Read(string name) => database.Ask(connection =>
    {
        using var command = new NpgsqlCommand("select bytes from registry.blobs where name = $1", connection) { Parameters = { new() { Value = name } } };
        return command.ExecuteScalar() as byte[];
    }) ?? throw new FileNotFoundException($"The registry holds no '{name}'.", name);

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The database could not be asked.</exception>
    public bool Exists(string name) => database.Ask(connection =>
    {
        using var command = new NpgsqlCommand("select exists (select from registry.blobs where name = $1)", connection) { Parameters = { new() { Value = name } } };
        return (bool)command.ExecuteScalar()!;
    });

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The database could not be asked. Writing the same again is always right.</exception>
    public void Write(string name, ReadOnlySpan<byte> bytes, bool replace = false)
    {
        var all = bytes.ToArray();
        database.Ask(connection =>
        {
            var whereItStands = replace ? "do update set bytes = excluded.bytes, written = now()" : "do nothing";
            using var command = new NpgsqlCommand($"insert into registry.blobs (name, bytes) values ($1, $2) on conflict (name) {whereItStands}", connection)
            {
                Parameters = { new() { Value = name }, new() { Value = all } },
            };
            return command.ExecuteNonQuery();
        });
    }

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The database could not be asked.</exception>
    public bool Delete(string name) => database.Ask(connection =>
    {
        using var command = new NpgsqlCommand("delete from registry.blobs where name = $1", connection) { Parameters = { new() { Value = name } } };
        return command.ExecuteNonQuery() > 0;
    });
}
