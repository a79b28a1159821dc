using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MonitoringDemo.Drift.Monitoring.Rows;

/// <summary>Tells whether a row equals one of the newest before it, by a hash of its bits; memory and time do not depend on how many there were.</summary>
/// <remarks>
/// Four places to a bucket, the oldest one is given up: of the newest 4,096 rows about one in a thousand is forgotten too early, and
/// no row is mistaken for another but once in 10^12 comparisons.
/// </remarks>
internal sealed class RecentRows
{
    /// <summary>With so many of the newest rows a row is compared.</summary>
    public const int Reach = 4_096;

    private const int Buckets = 1 << 13;
    private const int Places = 4;
    private const ulong Odd = 0x9E3779B97F4A7C15;

    // A bucket is the tags of its places and then their rows, so that all four are looked at in one go.
    private readonly uint[] _buckets = new uint[2 * Places * Buckets];

    /// <summary>Takes the next row.</summary>
    /// <param name="values">Its values.</param>
    /// <param name="row">Its number.</param>
    /// <param name="first">The oldest row that counts.</param>
    /// <returns>Whether one of the newest <see cref="Reach"/> rows before it is the same.</returns>
    public bool Take(ReadOnlySpan<double> values, long row, long first)
    {
        var hash = Hash(MemoryMarshal.Cast<double, ulong>(values));
        var bucket = _buckets.AsSpan((int)(hash % Buckets) * 2 * Places, 2 * Places);
        var tag = (uint)(hash >> 32) | 1;
        var (tags, rows) = (Vector128.Create<uint>(bucket), Vector128.Create<uint>(bucket[Places..]));
        // Row numbers are kept modulo 2^32; a place that was never used has tag 0.
        var same = Vector128.Equals(tags, Vector128.Create(tag)).ExtractMostSignificantBits();
        if (same != 0)
        {
            ref var last = ref bucket[Places + BitOperations.TrailingZeroCount(same)];
            var reach = (uint)Math.Min(row - first, Reach);
            var seen = last - ((uint)row - reach) < reach;
            last = (uint)row;
            return seen;
        }

        var giveUp = Oldest(Vector128.Equals(tags, Vector128<uint>.Zero) | (Vector128.Create((uint)row) - rows));
        (bucket[giveUp], bucket[Places + giveUp]) = (tag, (uint)row);
        return false;
    }

    /// <summary>The first of the greatest ages. Without a branch: which one it is, nobody can foretell.</summary>
    private static int Oldest(Vector128<uint> ages)
    {
        var (a, b, c, d) = (ages[0], ages[1], ages[2], ages[3]);
        var first = b > a ? 1 : 0;
        var second = d > c ? 3 : 2;
        return Math.Max(c, d) > Math.Max(a, b) ? second : first;
    }

    private static ulong Hash(ReadOnlySpan<ulong> bits)
    {
        // Four lanes, so that one multiplication need not wait for the other.
        var (a, b, c, d, i) = (Odd, ~Odd, Odd << 1, ~(Odd << 1), 0);
        for (; i + 3 < bits.Length; i += 4)
        {
            a = BitOperations.RotateLeft((a ^ bits[i]) * Odd, 29);
            b = BitOperations.RotateLeft((b ^ bits[i + 1]) * Odd, 31);
            c = BitOperations.RotateLeft((c ^ bits[i + 2]) * Odd, 33);
            d = BitOperations.RotateLeft((d ^ bits[i + 3]) * Odd, 35);
        }

        for (; i < bits.Length; i++) a = BitOperations.RotateLeft((a ^ bits[i]) * Odd, 29);
        var mixed = ((a * Odd) ^ BitOperations.RotateLeft(b, 17) ^ BitOperations.RotateLeft(c * Odd, 7) ^ BitOperations.RotateLeft(d, 43)) * Odd;
        return (mixed ^ (mixed >> 32)) * Odd;
    }
}
