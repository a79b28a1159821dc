using MonitoringDemo.Drift.Performance;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Performance;

public sealed class ErrorRiseDetectorTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.2)]
    [InlineData(0.45)]
    public void Two_million_steady_errors_raise_no_alarm(double rate)
    {
        var (detector, random) = (new ErrorRiseDetector(), new SplitMix64(3));

        for (var i = 0; i < 2_000_000; i++)
        {
            detector.Update(random.NextDouble() < rate ? 1 : 0);
            detector.DriftDetected.ShouldBeFalse();
        }
    }

    [Fact]
    public void A_jump_from_20_to_60_percent_is_found_after_about_70_values()
    {
        var delays = new List<int>();
        for (ulong seed = 1; seed <= 200; seed++)
        {
            var (detector, random) = (new ErrorRiseDetector(), new SplitMix64(seed));
            for (var i = 0; i < 2_000; i++) detector.Update(random.NextDouble() < 0.2 ? 1 : 0);
            var delay = 0;
            for (; !detector.DriftDetected; delay++) detector.Update(random.NextDouble() < 0.6 ? 1 : 0);
            delays.Add(delay);
        }

        delays.Average().ShouldBeInRange(50, 90);
        delays.Max().ShouldBeLessThan(200);
    }

    [Fact]
    public void Nothing_is_said_before_there_is_a_baseline_and_what_is_no_number_counts_for_nothing()
    {
        var detector = new ErrorRiseDetector();

        foreach (var value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity }) detector.Update(value);
        for (var i = 0; i < 199; i++) detector.Update(1);

        detector.DriftDetected.ShouldBeFalse();
        (detector.BaselineValues, detector.Ceiling).ShouldBe((199, double.NaN));
    }

    [Fact]
    public void Errors_without_end_neither_overflow_nor_end_the_alarm()
    {
        var detector = new ErrorRiseDetector();

        for (var i = 0; i < 1_000; i++) detector.Update(0);
        for (var i = 0; i < 100_000; i++) detector.Update(1);

        detector.DriftDetected.ShouldBeTrue();
        double.IsFinite(detector.Evidence).ShouldBeTrue();
    }

    [Fact]
    public void A_restored_detector_goes_on_to_the_same_bits()
    {
        var (whole, half, random) = (new ErrorRiseDetector(), new ErrorRiseDetector(), new SplitMix64(4));
        var errors = Enumerable.Range(0, 3_000).Select(_ => random.NextDouble() < 0.3 ? 1.0 : 0.0).ToList();
        foreach (var error in errors) whole.Update(error);

        foreach (var error in errors.Take(1_234)) half.Update(error);
        using var stream = new MemoryStream();
        half.Save(new BinaryWriter(stream));
        stream.Position = 0;
        var restored = new ErrorRiseDetector();
        restored.Restore(new BinaryReader(stream));
        foreach (var error in errors.Skip(1_234)) restored.Update(error);

        (restored.Evidence, restored.Ceiling, restored.Baseline).ShouldBe((whole.Evidence, whole.Ceiling, whole.Baseline));
    }
}
