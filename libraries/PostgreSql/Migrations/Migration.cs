using System.Data;
using System.Globalization;
using Npgsql;

namespace MonitoringDemo.PostgreSql.Migrations;

/// <summary>One step of the database's schema: a numbered SQL file beside this one. A step that was released is never altered; the next one follows it.</summary>
internal sealed record Migration(int Version, string Sql)
{
    // Any number, the same in every process: only one of them migrates at a time.
    private const long Lock = 0x4D4C_4F50_5352;

    /// <summary>By version, from 1 without gaps.</summary>
    public static IReadOnlyList<Migration> All { get; } = [.. Find().OrderBy(migration => migration.Version)];

    /// <summary>Brings the schema to the newest version; each step as a whole or not at all.</summary>
    /// <exception cref="NotSupportedException">The schema is newer than this program.</exception>
    public static void Apply(NpgsqlConnection connection)
    {
        if (VersionOf(connection) == All.Count) return;

        // Taken before the transaction begins: behind a lock within one, to_regclass goes on answering as it did before (findings/postgres-to-regclass-…).
        Run(connection, FormattableString.Invariant($"select pg_advisory_lock({Lock})"));
        try
        {
            ApplyAlone(connection);
        }
        finally
        {
            // The lock ends with its connection; and what broke that is told, and not that it is broken.
            if (connection.State == ConnectionState.Open) Run(connection, FormattableString.Invariant($"select pg_advisory_unlock({Lock})"));
        }
    }

    private static void ApplyAlone(NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        var version = VersionOf(connection);
        if (version > All.Count)
            throw new NotSupportedException(FormattableString.Invariant($"it is of version {version}, and this program knows version {All.Count}: start the newer program"));

        Run(connection, "create schema if not exists registry; create table if not exists registry.migrations (version int primary key, applied timestamptz not null default now())");
        foreach (var migration in All.Skip(version))
        {
            Run(connection, migration.Sql);
            Run(connection, FormattableString.Invariant($"insert into registry.migrations (version) values ({migration.Version})"));
        }

        transaction.Commit();
    }

    private static int VersionOf(NpgsqlConnection connection)
    {
        using var exists = new NpgsqlCommand("select to_regclass('registry.migrations') is not null", connection);
        if (!(bool)exists.ExecuteScalar()!) return 0;
        using var newest = new NpgsqlCommand("select coalesce(max(version), 0) from registry.migrations", connection);
        return (int)newest.ExecuteScalar()!;
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static IEnumerable<Migration> Find()
    {
        const string Extension = ".sql";
        var assembly = typeof(Migration).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            // …Migrations.0001-what-it-does.sql
            var file = name[..^Extension.Length].Split('.')[^1];
            yield return new Migration(int.Parse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }
}
