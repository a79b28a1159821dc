using MonitoringDemo.Drift.Performance;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Performance;

public sealed class EstimatedAccuracyTests
{
    [Fact]
    public void It_is_the_mean_probability_of_a_right_answer_in_the_window()
    {
        var accuracy = new EstimatedAccuracy(window: 3);

        foreach (var (calibrated, answered) in new[] { (0.1, 1), (0.9, 1), (0.2, 0), (0.6, 1) }) accuracy.Update(calibrated, (byte)answered);

        accuracy.Value.ShouldBe((0.9 + 0.8 + 0.6) / 3, 1e-8);
        accuracy.StandardError.ShouldBe(Math.Sqrt(0.09 + 0.16 + 0.24) / 3, 1e-8);
        (accuracy.Count, accuracy.IsFull).ShouldBe((3, true));
    }

    [Fact]
    public void It_follows_a_change_of_the_inputs_to_the_accuracy_that_comes_true()
    {
        var (accuracy, random) = (new EstimatedAccuracy(), new SplitMix64(21));
        for (var i = 0; i < 5_000; i++) accuracy.Update(0.9, 1);
        accuracy.Value.ShouldBe(0.9, 1e-6);

        var right = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var p = random.NextDouble();
            var answered = p >= 0.5 ? (byte)1 : (byte)0;
            accuracy.Update(p, answered);
            if ((random.NextDouble() < p) == (answered == 1)) right++;
        }

        accuracy.Value.ShouldBe(0.75, 0.02);
        Math.Abs(right / 2_000.0 - accuracy.Value).ShouldBeLessThan(4 * accuracy.StandardError);
    }

    [Fact]
    public void A_window_holds_the_same_bits_however_long_the_stream_before_it_and_after_a_restart()
    {
        var (longRun, shortRun, restored, random) = (new EstimatedAccuracy(100), new EstimatedAccuracy(100), new EstimatedAccuracy(100), new SplitMix64(22));
        double[] scores = [.. Enumerable.Range(0, 50_150).Select(_ => random.NextDouble())];

        foreach (var score in scores.Take(50_080)) longRun.Update(score, 1);
        using var stream = new MemoryStream();
        longRun.Save(new BinaryWriter(stream));
        stream.Position = 0;
        restored.Restore(new BinaryReader(stream));
        foreach (var score in scores.Skip(50_080))
        {
            longRun.Update(score, 1);
            restored.Update(score, 1);
        }

        foreach (var score in scores.TakeLast(100)) shortRun.Update(score, 1);
        (longRun.Value, longRun.StandardError).ShouldBe((shortRun.Value, shortRun.StandardError));
        (restored.Value, restored.StandardError).ShouldBe((shortRun.Value, shortRun.StandardError));
    }

    [Fact]
    public void What_is_no_probability_counts_for_nothing_and_nothing_gives_no_answer()
    {
        var accuracy = new EstimatedAccuracy();

        foreach (var odd in new[] { double.NaN, double.PositiveInfinity, -0.1, 1.1 }) accuracy.Update(odd, 1);

        (accuracy.Count, accuracy.Value, accuracy.StandardError).ShouldBe((0, double.NaN, double.NaN));
    }

    [Fact]
    public void The_state_of_a_larger_window_is_refused()
    {
        var large = new EstimatedAccuracy(10);
        for (var i = 0; i < 10; i++) large.Update(0.5, 1);
        using var stream = new MemoryStream();
        large.Save(new BinaryWriter(stream));
        stream.Position = 0;

        Should.Throw<InvalidDataException>(() => new EstimatedAccuracy(5).Restore(new BinaryReader(stream))).Message.ShouldContain("10 rows");
    }
}
