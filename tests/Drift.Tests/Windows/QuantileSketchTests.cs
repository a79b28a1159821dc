using System.Text;
using MonitoringDemo.Drift.Tests.Corrections;
using MonitoringDemo.Drift.Windows;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Windows;

public sealed class QuantileSketchTests
{
    public static TheoryData<string> Shapes => ["uniform", "heavy tails", "both signs", "tied", "whole numbers"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_quantile_is_the_value_of_its_rank_within_the_stated_error(string shape)
    {
        var values = Values(shape, 1, 10_000);
        var sketch = Sketch(values);
        double[] sorted = [.. values.Order()];

        foreach (var share in (double[])[0, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1])
        {
            var truth = sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length), 1, sorted.Length) - 1];
            sketch.Quantile(share).ShouldBe(truth, (Math.Abs(truth) * QuantileSketch.RelativeError) + 1e-300, $"{share}");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Parts_merge_to_the_same_bytes_as_the_whole_in_any_order_and_grouping(string shape)
    {
        var values = Values(shape, 2, 3_000);
        var whole = Save(Sketch(values));
        QuantileSketch A() => Sketch(values.AsSpan(0, 500));
        QuantileSketch B() => Sketch(values.AsSpan(500, 100));
        QuantileSketch C() => Sketch(values.AsSpan(600));

        Save(Merged(Merged(A(), B()), C())).ShouldBe(whole);
        Save(Merged(C(), Merged(B(), A()))).ShouldBe(whole);
        Save(Merged(Merged(B(), new QuantileSketch()), Merged(C(), A()))).ShouldBe(whole);
    }

    [Fact]
    public void It_resumes_in_the_middle_of_a_window()
    {
        var values = Values("both signs", 3, 2_000);
        var (through, resumed) = (Sketch(values.AsSpan(0, 700)), new QuantileSketch());

        OnlineStreams.Copy(through.Save, resumed.Restore);
        foreach (var value in values[700..])
        {
            through.Add(value);
            resumed.Add(value);
        }

        Save(resumed).ShouldBe(Save(through));
        resumed.Quantile(0.5).ShouldBe(through.Quantile(0.5));
    }

    [Fact]
    public void Odd_values_are_taken()
    {
        var sketch = Sketch([double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -0.0, 0, double.MaxValue, double.MinValue]);

        (sketch.Count, sketch.Missing).ShouldBe((7, 1));
        (sketch.Quantile(0), sketch.Quantile(1)).ShouldBe((double.NegativeInfinity, double.PositiveInfinity));
        sketch.Quantile(0.5).ShouldBe(0, 1e-15);
        new QuantileSketch().Quantile(0.5).ShouldBe(double.NaN);
        Should.Throw<ArgumentOutOfRangeException>(() => sketch.Quantile(1.5)).ParamName.ShouldBe("share");
    }

    private static double[] Values(string shape, ulong seed, int count)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, count).Select(_ => shape switch
        {
            "uniform" => random.NextDouble(),
            "heavy tails" => 1 / (1e-9 + (random.NextDouble() * random.NextDouble())),
            "both signs" => Math.Tan((random.NextDouble() - 0.5) * 3),
            "tied" => random.NextInt(3) - 1,
            _ => random.NextInt(1_000_000),
        })];
    }

    private static QuantileSketch Sketch(ReadOnlySpan<double> values)
    {
        var sketch = new QuantileSketch();
        foreach (var value in values) sketch.Add(value);
        return sketch;
    }

    private static QuantileSketch Merged(QuantileSketch into, QuantileSketch other)
    {
        into.Merge(other);
        return into;
    }

    private static byte[] Save(QuantileSketch sketch)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        sketch.Save(writer);
        return stream.ToArray();
    }
}
