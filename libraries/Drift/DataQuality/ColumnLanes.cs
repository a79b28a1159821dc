using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>What the values of four neighbouring columns were like over a stretch of rows: a column to a lane, and nothing is ever summed across lanes.</summary>
/// <remarks>Magnitudes are bins of <see cref="LogBins"/>, counted from zero's, so that all sums are whole numbers and those of two stretches add up.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal struct ColumnLanes
{
    /// <summary>A column's places for its counts: its bins, and one for what is missing.</summary>
    public const int Slots = LogBins.Count + 1;

    // Saved as they lie in memory: the wider ones first, so that there is no padding among them, whose bytes may be anything.
    public Vector256<double> Min, Max, Fractional;
    private Vector256<double> _last;
    public Vector256<long> Sum, Squares, Products, PairSums;
    public Vector128<int> Unseen, Pairs, Repeats, LongestRun, LongestGap;

    // With _last, how the stretch ended: the next one goes on from here.
    private Vector128<int> _lastBin, _run, _gap;

    /// <summary>Nothing counted yet.</summary>
    public ColumnLanes()
    {
        (Min, Max) = (Vector256.Create(double.PositiveInfinity), Vector256.Create(double.NegativeInfinity));
        _last = Vector256.Create(double.NaN);
    }

    /// <summary>Nothing counted yet, but the row before is known. A run is carried on, up to a length that says it all.</summary>
    public static ColumnLanes After(in ColumnLanes before, int longest) => new()
    {
        _last = before._last,
        _lastBin = before._lastBin,
        _run = Vector128.Min(before._run, Vector128.Create(longest)),
        _gap = Vector128.Min(before._gap, Vector128.Create(longest)),
    };

    /// <summary>Takes a few hundred rows at the most, for the sums of a call have 32 bits.</summary>
    /// <param name="rows">Row-major.</param>
    /// <param name="width">How many values a row takes.</param>
    /// <param name="known">Per column: values from here on are categories that the schema does not know.</param>
    /// <param name="counts">Four times <see cref="Slots"/>.</param>
    public void Take(ReadOnlySpan<double> rows, int width, Vector256<double> known, Span<int> counts)
    {
        var (min, max, fractional, last) = (Min, Max, Fractional, _last);
        var (unseen, pairs, repeats, longestRun, longestGap) = (Unseen, Pairs, Repeats, LongestRun, LongestGap);
        var (lastBin, run, gap) = (_lastBin, _run, _gap);
        var (sum, squares, products, pairSums) = (Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero);
        var lastThere = Narrow(Vector256.Equals(last, last));
        for (var at = 0; at < rows.Length; at += width)
        {
            // A comparison that holds is -1, and nothing holds of NaN.
            var values = Vector256.Create(rows[at..]);
            var there = Narrow(Vector256.Equals(values, values));
            var repeated = Narrow(Vector256.Equals(values, last));
            min = Vector256.ConditionalSelect(Vector256.LessThan(values, min), values, min);
            max = Vector256.ConditionalSelect(Vector256.GreaterThan(values, max), values, max);
            fractional |= Vector256.GreaterThan(values - Vector256.Floor(values), Vector256<double>.Zero);
            unseen -= Narrow(Vector256.GreaterThanOrEqual(values, known));

            var bin = LogBins.FromZero(values) & there;
            var pair = there & lastThere;
            sum += bin;
            squares += bin * bin;
            products += bin * lastBin;
            pairSums += (bin + lastBin) & pair;
            pairs -= pair;
            repeats -= repeated;
            run = (run - repeated) & repeated;
            longestRun = Vector128.Max(longestRun, run);
            gap = Vector128.AndNot(gap + Vector128<int>.One, there);
            longestGap = Vector128.Max(longestGap, gap);
            (last, lastBin, lastThere) = (values, bin, there);

            var slots = Vector128.ConditionalSelect(there, bin + Vector128.Create(LogBins.Zero), Vector128.Create(LogBins.Count));
            counts[slots[0]]++;
            counts[slots[1] + Slots]++;
            counts[slots[2] + (2 * Slots)]++;
            counts[slots[3] + (3 * Slots)]++;
        }

        (Min, Max, Fractional, _last) = (min, max, fractional, last);
        (Unseen, Pairs, Repeats, LongestRun, LongestGap) = (unseen, pairs, repeats, longestRun, longestGap);
        (_lastBin, _run, _gap) = (lastBin, run, gap);
        (Sum, Squares, Products, PairSums) = (Sum + Widen(sum), Squares + Widen(squares), Products + Widen(products), PairSums + Widen(pairSums));
    }

    private static Vector128<int> Narrow(Vector256<double> mask) => Vector256.Shuffle(mask.AsInt32(), Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6)).GetLower();

    private static Vector256<long> Widen(Vector128<int> sums)
    {
        var (lower, upper) = Vector128.Widen(sums);
        return Vector256.Create(lower, upper);
    }
}
