using MonitoringDemo.PostgreSql.Migrations;
using MonitoringDemo.Storage;
using Npgsql;

namespace MonitoringDemo.PostgreSql;

/// <summary>The registry's database. Its schema is brought up to date at the first question. Safe for several threads, and for several processes at a time.</summary>
public sealed class RegistryDatabase(RegistryAddress address) : IDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(address.ConnectionString);
    private volatile bool _isUpToDate;

    /// <summary>Does nothing but ask.</summary>
    /// <exception cref="StoreUnavailableException">It does not answer, refuses this user, or has a schema that this program does not know.</exception>
    public void Check() => Ask(connection =>
    {
        using var command = new NpgsqlCommand("select 1", connection);
        return command.ExecuteScalar();
    });

    /// <summary>Gives the connections back.</summary>
    public void Dispose() => _source.Dispose();

    /// <summary>Asks on a connection of the question's own.</summary>
    /// <exception cref="StoreUnavailableException">As for <see cref="Check"/>; what the question changed and did not commit is undone.</exception>
    internal T Ask<T>(Func<NpgsqlConnection, T> question)
    {
        try
        {
            using var connection = _source.OpenConnection();
            if (!_isUpToDate) BringUpToDate(connection);
            return question(connection);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StoreUnavailableException($"The registry's database {address} refuses this user: {e.MessageText}. Grant the right (docs/deploy.md), or let the retraining service make the schema first.", e);
        }
        catch (NpgsqlException e)
        {
            throw new StoreUnavailableException($"The registry's database {address} does not answer: {(e as PostgresException)?.MessageText ?? e.Message}", e);
        }
    }

    private void BringUpToDate(NpgsqlConnection connection)
    {
        try
        {
            Migration.Apply(connection);
            _isUpToDate = true;
        }
        catch (NotSupportedException e)
        {
            throw new StoreUnavailableException($"The schema of the registry's database {address} cannot be used: {e.Message}.", e);
        }
    }
}
