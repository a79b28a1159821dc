using MonitoringDemo.Drift.Performance;
using MonitoringDemo.Learning.Calibration;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Performance;

public sealed class EstimateTrustTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.02)]
    [InlineData(-0.02)]
    public void Five_hundred_worlds_whose_estimates_are_right_within_the_margin_are_trusted_even_while_inputs_drift(double offset)
    {
        var broken = 0;
        for (ulong world = 0; world < 500; world++)
        {
            var (trust, random) = (new EstimateTrust(), new SplitMix64(SplitMix64.Mix(11, world)));
            for (var i = 0; i < 20_000; i++)
            {
                // The model grows less and less certain of its answers, and says so.
                var p = 0.98 - (0.3 + 0.15 * i / 20_000) * random.NextDouble();
                trust.Update(p, random.NextDouble() < p - offset);
            }

            if (trust.IsBroken) broken++;
        }

        broken.ShouldBeLessThanOrEqualTo(5);
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(1_000, 30)]
    [InlineData(20_000, 35)]
    public void Labels_that_flip_their_meaning_break_it_at_once_even_after_a_long_calm(int calm, int within)
    {
        var delays = Delays(calm, (p, u) => u >= p);

        delays[100].ShouldBeLessThanOrEqualTo(within);
        delays[190].ShouldBeLessThanOrEqualTo(2 * within);
    }

    [Theory]
    [InlineData("isotonic", 2_000)]
    [InlineData("platt", 1_000)]
    public void Estimates_of_a_calibrator_that_was_fitted_on_enough_rows_are_trusted(string method, int rows)
    {
        var broken = 0;
        for (ulong world = 0; world < 50; world++)
        {
            var random = new SplitMix64(SplitMix64.Mix(15, world));
            var (scores, labels) = Overconfident(random, rows);
            ICalibrator calibrator = method == "isotonic" ? IsotonicCalibrator.Fit(scores, labels) : PlattCalibrator.Fit(scores, labels);
            var (trust, (served, outcomes)) = (new EstimateTrust(), Overconfident(random, 20_000));
            for (var i = 0; i < served.Length; i++)
            {
                var answered = served[i] >= 0.5 ? (byte)1 : (byte)0;
                trust.Update(EstimatedAccuracy.ProbabilityRight(calibrator.Calibrate(served[i]), answered), answered == outcomes[i]);
            }

            if (trust.IsBroken) broken++;
        }

        broken.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void A_tenth_of_the_answers_turning_wrong_breaks_it_soon()
    {
        var delays = Delays(5_000, (p, u) => u < p - 0.1);

        delays[100].ShouldBeLessThanOrEqualTo(1_000);
    }

    [Fact]
    public void It_says_which_way_the_estimates_err()
    {
        var (tooHigh, tooLow, random) = (new EstimateTrust(), new EstimateTrust(), new SplitMix64(12));

        for (var i = 0; i < 3_000; i++)
        {
            tooHigh.Update(0.8, random.NextDouble() < 0.6);
            tooLow.Update(0.6, random.NextDouble() < 0.8);
        }

        (tooHigh.IsBroken, tooHigh.IsTooHigh).ShouldBe((true, true));
        (tooLow.IsBroken, tooLow.IsTooHigh).ShouldBe((true, false));
        tooHigh.Estimated.ShouldBe(0.8, 1e-9);
        tooHigh.Realised.ShouldBe(0.6, 0.03);
    }

    [Fact]
    public void A_restored_check_goes_on_to_the_same_bits()
    {
        var (whole, random) = (new EstimateTrust(), new SplitMix64(13));
        var restored = new EstimateTrust();
        for (var i = 0; i < 2_000; i++)
        {
            if (i == 777)
            {
                using var stream = new MemoryStream();
                whole.Save(new BinaryWriter(stream));
                stream.Position = 0;
                restored.Restore(new BinaryReader(stream));
            }

            var (p, right) = (random.NextDouble(), random.NextDouble() < 0.5);
            whole.Update(p, right);
            if (i >= 777) restored.Update(p, right);
        }

        (restored.Evidence, restored.Count, restored.Estimated, restored.Realised).ShouldBe((whole.Evidence, whole.Count, whole.Estimated, whole.Realised));
        (restored.IsBroken, restored.IsTooHigh).ShouldBe((whole.IsBroken, whole.IsTooHigh));
    }

    [Fact]
    public void What_is_no_probability_counts_for_nothing_and_certainty_cannot_overflow()
    {
        var (trust, certain) = (new EstimateTrust(), new EstimateTrust(margin: 0));

        foreach (var odd in new[] { double.NaN, double.PositiveInfinity, -0.1, 1.1 }) trust.Update(odd, false);
        for (var i = 0; i < 10_000; i++)
        {
            trust.Update(1, true);
            trust.Update(0, false);
            certain.Update(1, false);
        }

        (trust.Count, trust.IsBroken).ShouldBe((20_000, false));
        certain.IsBroken.ShouldBeTrue();
        double.IsFinite(certain.Evidence).ShouldBeTrue();
    }

    [Fact]
    public void After_a_reset_it_is_as_new()
    {
        var trust = new EstimateTrust();
        for (var i = 0; i < 200; i++) trust.Update(0.9, false);
        trust.IsBroken.ShouldBeTrue();

        trust.Reset();
        trust.Update(0.9, true);

        var fresh = new EstimateTrust();
        fresh.Update(0.9, true);
        (trust.IsBroken, trust.Evidence, trust.Count).ShouldBe((false, fresh.Evidence, 1L));
    }

    [Theory]
    [InlineData(0, 0.02)]
    [InlineData(1, 0.02)]
    [InlineData(0.01, 0.5)]
    [InlineData(0.01, double.NaN)]
    public void Parameters_without_a_meaning_are_refused(double alpha, double margin) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new EstimateTrust(alpha, margin));

    private static int[] Delays(int calm, Func<double, double, bool> right)
    {
        var delays = new int[200];
        for (ulong world = 0; world < 200; world++)
        {
            var (trust, random) = (new EstimateTrust(), new SplitMix64(SplitMix64.Mix(14, world)));
            double P() => 0.95 - 0.35 * random.NextDouble();
            for (var i = 0; i < calm; i++)
            {
                var p = P();
                trust.Update(p, random.NextDouble() < p);
            }

            for (; !trust.IsBroken && delays[world] < 20_000; delays[world]++)
            {
                var p = P();
                trust.Update(p, right(p, random.NextDouble()));
            }
        }

        Array.Sort(delays);
        return delays;
    }

    private static (double[] Scores, byte[] Labels) Overconfident(SplitMix64 random, int rows)
    {
        var (scores, labels) = (new double[rows], new byte[rows]);
        for (var i = 0; i < rows; i++)
        {
            var logOdds = 1.2 * random.NextNormal();
            scores[i] = Deterministic.Sigmoid(1.8 * logOdds);
            labels[i] = random.NextDouble() < Deterministic.Sigmoid(logOdds) ? (byte)1 : (byte)0;
        }

        return (scores, labels);
    }
}
