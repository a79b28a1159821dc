using System.Net;
using Npgsql;

namespace MonitoringDemo.PostgreSql;

/// <summary>Which database holds the registry. The connection string holds the password: it is never written anywhere.</summary>
public sealed class RegistryAddress
{
    private readonly NpgsqlConnectionStringBuilder _settings;

    private RegistryAddress(NpgsqlConnectionStringBuilder settings) => _settings = settings;

    internal string ConnectionString => _settings.ConnectionString;

    /// <summary>Reads a connection string of Npgsql, such as <c>Host=db;Database=registry;Username=retraining;Password=…;SSL Mode=VerifyFull;Root Certificate=…</c>.</summary>
    /// <exception cref="FormatException">A part is unknown or missing, or what leaves the machine would not be encrypted to a server that is verified. The message names the part and never a value.</exception>
    public static RegistryAddress Parse(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw new FormatException("is no connection string of PostgreSQL: write Host=HOST;Database=DATABASE;Username=USER;Password=PASSWORD;SSL Mode=VerifyFull.", e);
        }

        if (string.IsNullOrEmpty(settings.Host)) throw new FormatException("names no Host.");
        if (string.IsNullOrEmpty(settings.Database)) throw new FormatException("names no Database.");
        if (settings.SslMode is not (SslMode.VerifyCA or SslMode.VerifyFull) && !settings.Host.Split(',').All(IsThisMachine))
            throw new FormatException("leads to another machine without verified TLS: add SSL Mode=VerifyFull, and Root Certificate=FILE for an authority of your own.");

        // A registry that does not answer must be noticed in seconds; what the operator wrote goes first.
        if (!settings.ContainsKey("Timeout")) settings.Timeout = 5;
        if (!settings.ContainsKey("Command Timeout")) settings.CommandTimeout = 20;
        if (!settings.ContainsKey("Maximum Pool Size")) settings.MaxPoolSize = 8;
        settings.ApplicationName ??= AppDomain.CurrentDomain.FriendlyName;
        return new RegistryAddress(settings);
    }

    /// <summary>Host, port and database; no user, no password.</summary>
    public override string ToString() => FormattableString.Invariant($"{_settings.Host}:{_settings.Port}/{_settings.Database}");

    private static bool IsThisMachine(string host)
    {
        var name = host.Trim();
        if (name.StartsWith('/') || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return true;
        // A port may follow, as in 127.0.0.1:5433.
        return (IPAddress.TryParse(name, out var address) || IPAddress.TryParse(name.Split(':')[0], out address)) && IPAddress.IsLoopback(address);
    }
}
