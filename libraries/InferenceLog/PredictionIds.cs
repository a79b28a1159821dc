using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MonitoringDemo.InferenceLog;

/// <summary>Names rows where several logs are written: the number of the log and the row in it, as one number. Below <see cref="RowsEach"/> it is a row of the only log there is.</summary>
public static class PredictionIds
{
    /// <summary>Rows that one log can name.</summary>
    public const long RowsEach = 1_000_000_000_000;

    private const int Numbers = 9_000_000;

    /// <summary>The number of a log, which lives as long as its name does: from 1 to 9,000,000.</summary>
    /// <param name="log">The log's name.</param>
    public static long NumberOf(string log)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(log), hash);
        return 1 + (long)(BinaryPrimitives.ReadUInt64LittleEndian(hash) % Numbers);
    }

    /// <summary>The id of a log's row 0; the others follow.</summary>
    /// <param name="log">The log's name.</param>
    public static long FirstOf(string log) => NumberOf(log) * RowsEach;

    /// <summary>Takes an id apart.</summary>
    /// <returns>The log's number, 0 for the only one, and the row in it.</returns>
    public static (long Number, long Row) Split(long id) => Math.DivRem(id, RowsEach);
}
