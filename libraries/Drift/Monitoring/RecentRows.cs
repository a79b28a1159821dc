using System.Numerics;
using System.Runtime.InteropServices;

namespace MonitoringDemo.Drift.Monitoring;

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
    private readonly (uint Tag, uint Row)[] _places = new (uint, uint)[Places * Buckets];

    /// <summary>Takes the next row.</summary>
    /// <param name="values">Its values.</param>
    /// <param name="row">Its number.</param>
    /// <param name="first">The oldest row that counts.</param>
    /// <returns>Whether one of the newest <see cref="Reach"/> rows before it is the same.</returns>
    public bool Take(ReadOnlySpan<double> values, long row, long first)
    {
        var hash = Hash(MemoryMarshal.Cast<double, ulong>(values));
        var places = _places.AsSpan((int)(hash % Buckets) * Places, Places);
        var tag = (uint)(hash >> 32) | 1;
        // Row numbers are kept modulo 2^32; a place that was never used has tag 0.
        var (oldest, reach) = ((uint)row - (uint)Math.Min(row - first, Reach), (uint)Math.Min(row - first, Reach));
        var (giveUp, greatest) = (0, 0u);
        for (var i = 0; i < places.Length; i++)
        {
            ref var place = ref places[i];
            if (place.Tag == tag)
            {
                var seen = place.Row - oldest < reach;
                place.Row = (uint)row;
                return seen;
            }

            var age = place.Tag == 0 ? uint.MaxValue : (uint)row - place.Row;
            if (age > greatest) (giveUp, greatest) = (i, age);
        }

        places[giveUp] = (tag, (uint)row);
        return false;
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
