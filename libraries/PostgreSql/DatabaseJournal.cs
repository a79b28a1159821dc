using System.Text;
using MonitoringDemo.Storage;
using Npgsql;

namespace MonitoringDemo.PostgreSql;

/// <summary>The journal as the table <c>registry.journal</c>: the lines, and so the chain of hashes, are those of <see cref="JournalFile"/>. Safe for several processes; of two that build on the same record one is told.</summary>
/// <param name="database">Where it is.</param>
/// <param name="timeProvider">By which it waits for an answer that was lost.</param>
/// <param name="fence">The holding under which it is written: when that is over, an append is refused as one that builds on an old record. Null where no lease says who writes.</param>
public sealed class DatabaseJournal(RegistryDatabase database, TimeProvider timeProvider, JournalFence? fence = null) : IJournal
{
    // A connection that breaks while the database commits leaves open whether it did: it is asked again for so long.
    private static readonly TimeSpan DoubtAtMost = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>The same journal, to be written under a holding alone.</summary>
    public DatabaseJournal Under(JournalFence holding) => new(database, timeProvider, holding);

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The database could not be asked.</exception>
    public IReadOnlyList<JournalRecord> Read() => ReadAfter(0);

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The database could not be asked.</exception>
    public IReadOnlyList<JournalRecord> ReadAfter(long after) => database.Ask(connection =>
    {
        using var command = new NpgsqlCommand("select line from registry.journal where seq >= $1 order by seq", connection) { Parameters = { new() { Value = after } } };
        using var lines = command.ExecuteReader();
        var records = new List<JournalRecord>();
        var hash = after == 0 ? JournalLine.Genesis : lines.Read() ? JournalLine.HashOf(Encoding.UTF8.GetBytes(lines.GetString(0))) : throw new DamagedJournalException($"has lost record {after} and all after it");
        while (lines.Read())
        {
            (var record, _, hash) = JournalLine.Read(Encoding.UTF8.GetBytes(lines.GetString(0)), hash, after + records.Count + 1);
            records.Add(record);
        }

        return records;
    });

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The database could not be asked, and nothing was appended; or it went away while it took the deed and did not come back, and the next append tells.</exception>
    public string? Append(long after, long row, DateTimeOffset time, IReadOnlyList<JournalFact> deed)
    {
        ArgumentNullException.ThrowIfNull(deed);
        if (deed.Count == 0) return null;

        var attempt = new Attempt(after, row, time, deed, fence);
        var since = timeProvider.GetTimestamp();
        while (true)
        {
            try
            {
                if (!database.Ask(attempt.Make)) throw new JournalConflictException(after, attempt.IsOver ? "another process holds the lease" : "another writer has appended to it");
                return attempt.LastHash;
            }
            catch (StoreUnavailableException) when (attempt.IsInDoubt && timeProvider.GetElapsedTime(since) < DoubtAtMost)
            {
                Task.Delay(Pause, timeProvider).GetAwaiter().GetResult();
            }
        }
    }

    /// <summary>One deed, to be appended once however often it is tried.</summary>
    private sealed class Attempt(long after, long row, DateTimeOffset time, IReadOnlyList<JournalFact> deed, JournalFence? fence)
    {
        private string[]? _lines;

        /// <summary>It was handed over, and no answer came.</summary>
        public bool IsInDoubt { get; private set; }

        /// <summary>Another process has taken the lease.</summary>
        public bool IsOver { get; private set; }

        /// <summary>Of its last line, once it was made.</summary>
        public string LastHash => JournalLine.HashOf(Encoding.UTF8.GetBytes(_lines![^1]));

        /// <returns>False when another writer was there.</returns>
        public bool Make(NpgsqlConnection connection)
        {
            using var transaction = connection.BeginTransaction();
            var (seq, line) = Last(connection);
            // The hash in the last line covers all lines before it.
            if (_lines is not null && seq == after + deed.Count && line == _lines[^1]) return true;
            IsOver = fence is not null && !Holds(connection, fence);
            if (IsOver || seq != after) return false;

            _lines = Write(line);
            try
            {
                Insert(connection, _lines);
                IsInDoubt = true;
                transaction.Commit();
                return true;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                return false;
            }
        }

        // The row of the lease is held until the deed is committed: who takes it meanwhile waits, and then reads the deed. One that is frozen in between is
        // cut off by the database, or it would hold the lease for as long as its connection stands.
        private static bool Holds(NpgsqlConnection connection, JournalFence fence)
        {
            using var limit = new NpgsqlCommand("set local idle_in_transaction_session_timeout = '2s'", connection);
            limit.ExecuteNonQuery();
            using var command = new NpgsqlCommand("select 1 from registry.leases where service = $1 and model = $2 and fence = $3 for share", connection)
            {
                Parameters = { new() { Value = fence.Lease.Service }, new() { Value = fence.Lease.Model }, new() { Value = fence.Fence } },
            };
            return command.ExecuteScalar() is not null;
        }

        private static (long Seq, string? Line) Last(NpgsqlConnection connection)
        {
            using var command = new NpgsqlCommand("select seq, line from registry.journal order by seq desc limit 1", connection);
            using var last = command.ExecuteReader();
            return last.Read() ? (last.GetInt64(0), last.GetString(1)) : (0, null);
        }

        private string[] Write(string? last)
        {
            var hash = last is null ? JournalLine.Genesis : JournalLine.HashOf(Encoding.UTF8.GetBytes(last));
            var lines = new string[deed.Count];
            for (var i = 0; i < deed.Count; i++)
            {
                (var line, hash) = JournalLine.Write(after + 1 + i, hash, deed.Count - 1 - i, row, time, deed[i]);
                lines[i] = Encoding.UTF8.GetString(line.AsSpan(0, line.Length - 1));
            }

            return lines;
        }

        private void Insert(NpgsqlConnection connection, string[] lines)
        {
            using var command = new NpgsqlCommand("insert into registry.journal (seq, line) select $1 + number, line from unnest($2) with ordinality as lines (line, number)", connection)
            {
                Parameters = { new() { Value = after }, new() { Value = lines } },
            };
            command.ExecuteNonQuery();
        }
    }
}
