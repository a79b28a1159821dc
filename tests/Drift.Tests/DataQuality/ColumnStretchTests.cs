using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Tests.DataQuality;

public sealed class ColumnStretchTests
{
    private const int Rows = 600;

    private static readonly Feature[] Features =
    [
        .. new[] { "normal", "whole", "constant", "bursts", "infinite", "absent" }.Select(name => new Feature(name, FeatureKind.Numeric, [], Nullable: true)),
        new Feature("category", FeatureKind.Categorical, ["a", "b"]),
    ];

    [Fact]
    public void Two_halves_make_the_profile_of_the_whole()
    {
        var values = Values(1);
        var (older, newer, none, whole) = (new ColumnStretch(Features), new ColumnStretch(Features), new ColumnStretch(Features), new ColumnStretch(Features));
        var width = older.Width;

        older.Take(values.AsSpan(0, 250 * width));
        newer.BeginAfter(older, Rows);
        newer.Take(values.AsSpan(250 * width));
        whole.Take(values);

        for (var f = 0; f < Features.Length; f++) Told(Learned(older, newer, f)).ShouldBe(Told(Learned(none, whole, f)), Features[f].Name);
    }

    [Fact]
    public void A_column_is_counted_as_by_hand()
    {
        var values = Values(2);
        var (none, stretch) = (new ColumnStretch(Features), new ColumnStretch(Features));
        stretch.Take(values);

        for (var f = 0; f < Features.Length; f++)
        {
            double[] column = [.. Enumerable.Range(0, Rows).Select(row => values[(row * stretch.Width) + f])];
            double[] present = [.. column.Where(value => !double.IsNaN(value))];
            var profile = Learned(none, stretch, f);

            (profile.Rows, profile.Missing).ShouldBe((Rows, Rows - present.Length), Features[f].Name);
            (profile.Min, profile.Max).ShouldBe((present.Append(double.PositiveInfinity).Min(), present.Append(double.NegativeInfinity).Max()), Features[f].Name);
            profile.AllWhole.ShouldBe(present.All(value => !(value - Math.Floor(value) > 0)), Features[f].Name);
            profile.LongestRun.ShouldBe(LongestRun(column, static (a, b) => a == b), Features[f].Name);
            profile.LongestGap.ShouldBe(LongestRun(column, static (a, b) => double.IsNaN(a) && double.IsNaN(b), double.IsNaN), Features[f].Name);
            profile.Magnitudes.ShouldBe(present.Select(LogBins.IndexOf).Distinct().Count(), Features[f].Name);
        }
    }

    [Fact]
    public void A_run_that_began_in_the_older_half_is_counted_whole()
    {
        var (older, newer) = (new ColumnStretch(Features[..1]), new ColumnStretch(Features[..1]));

        older.Take(Column([1, 2, 3, 3, 3]));
        newer.BeginAfter(older, 100);
        newer.Take(Column([3, 3, 4, double.NaN, 5]));

        Learned(older, newer, 0).LongestRun.ShouldBe(5);
    }

    [Fact]
    public void What_was_saved_goes_on_as_if_it_had_not_been()
    {
        var values = Values(3);
        var (stretch, restored) = (new ColumnStretch(Features), new ColumnStretch(Features));
        stretch.Take(values.AsSpan(0, 300 * stretch.Width));
        restored.Take(values);

        restored.Restore(new BinaryReader(new MemoryStream(Bytes(stretch))));
        stretch.Take(values.AsSpan(300 * stretch.Width));
        restored.Take(values.AsSpan(300 * stretch.Width));

        Bytes(restored).ShouldBe(Bytes(stretch));
    }

    [Fact]
    public void No_byte_of_what_is_saved_is_padding()
    {
        Unsafe.SizeOf<ColumnLanes>().ShouldBe((8 * Unsafe.SizeOf<Vector256<double>>()) + (8 * Unsafe.SizeOf<Vector128<int>>()));
    }

    private static FeatureProfile Learned(ColumnStretch older, ColumnStretch newer, int column)
    {
        var profile = new FeatureProfile(Features[column]);
        profile.Learn(older, newer, column);
        return profile;
    }

    private static object Told(FeatureProfile profile) => (
        (profile.Rows, profile.Missing, profile.Unseen, profile.Min, profile.Max, profile.Low, profile.High),
        (profile.AllWhole, profile.RepeatShare, profile.LongestRun, profile.LongestGap, profile.Magnitudes, profile.TopShare, profile.Inertia));

    private static byte[] Bytes(ColumnStretch stretch)
    {
        var stream = new MemoryStream();
        stretch.Save(new BinaryWriter(stream));
        return stream.ToArray();
    }

    private static double[] Column(double[] values) => [.. values.SelectMany(value => new[] { value, 0, 0, 0 })];

    private static int LongestRun(double[] values, Func<double, double, bool> same, Func<double, bool>? counts = null)
    {
        var (longest, run) = (0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            var begins = counts?.Invoke(values[i]) ?? !double.IsNaN(values[i]);
            run = !begins ? 0 : i > 0 && same(values[i], values[i - 1]) ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static double[] Values(ulong seed)
    {
        var random = new SplitMix64(seed);
        var values = new double[Rows * ColumnStretch.WidthOf(Features.Length)];
        for (var row = 0; row < Rows; row++)
        {
            double[] next =
            [
                random.NextNormal(), random.NextInt(4) - 2, 7, row / 20 % 3 == 0 ? double.NaN : random.NextInt(2),
                random.NextInt(5) switch { 0 => double.PositiveInfinity, 1 => double.NegativeInfinity, 2 => -0.0, _ => -1e-12 }, double.NaN, random.NextInt(3),
            ];
            next.CopyTo(values, row * ColumnStretch.WidthOf(Features.Length));
        }

        return values;
    }
}
