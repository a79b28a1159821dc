using System.Runtime.Intrinsics;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Counts the newest values of all columns at once, for all checks.</summary>
/// <remarks>Four neighbouring columns go through the lanes of a vector. A lane holds one column and nothing is summed across lanes, so the counts are the same on every machine.</remarks>
internal static class BlockSummaries
{
    /// <param name="rows">Row-major, the row before the newest ones first (NaN where there is none); a row takes whole vectors.</param>
    /// <param name="low">Per column: where the band begins; as long as a row.</param>
    /// <param name="high">Per column: where the band ends.</param>
    /// <param name="into">One per column.</param>
    public static void Of(ReadOnlySpan<double> rows, ReadOnlySpan<double> low, ReadOnlySpan<double> high, Span<BlockSummary> into)
    {
        for (var column = 0; column < into.Length; column += Vector256<double>.Count)
            Count(rows, low.Length, column, Vector256.Create(low[column..]), Vector256.Create(high[column..]), into[column..]);
    }

    private static void Count(
        ReadOnlySpan<double> rows, int width, int column, Vector256<double> low, Vector256<double> high, Span<BlockSummary> into)
    {
        var (missing, fractional) = (Vector256<long>.Zero, Vector256<long>.Zero);
        var (repeated, inBand) = (Vector256<long>.Zero, Vector256<long>.Zero);
        var (min, max) = (Vector256.Create(double.PositiveInfinity), Vector256.Create(double.NegativeInfinity));
        var previous = Vector256.Create(rows[column..]);
        for (var at = column + width; at < rows.Length; at += width)
        {
            // A comparison that holds is -1. NaN compares to nothing and is no fraction.
            var values = Vector256.Create(rows[at..]);
            missing -= (~Vector256.Equals(values, values)).AsInt64();
            repeated -= Vector256.Equals(values, previous).AsInt64();
            inBand -= (Vector256.GreaterThanOrEqual(values, low) & Vector256.LessThanOrEqual(values, high)).AsInt64();
            fractional -= Vector256.GreaterThan(values - Vector256.Floor(values), Vector256<double>.Zero).AsInt64();
            min = Vector256.ConditionalSelect(Vector256.LessThan(values, min), values, min);
            max = Vector256.ConditionalSelect(Vector256.GreaterThan(values, max), values, max);
            previous = values;
        }

        var count = (rows.Length / width) - 1;
        for (var lane = 0; lane < Math.Min(Vector256<double>.Count, into.Length); lane++)
            into[lane] = new BlockSummary(count, (int)missing[lane], (int)fractional[lane], (int)repeated[lane], (int)inBand[lane], min[lane], max[lane]);
    }
}
