using MonitoringDemo.Drift.Corrections;

namespace MonitoringDemo.Drift.Tests.Corrections;

public sealed class SaffronTests
{
    [Fact]
    public void Levels_are_those_computed_by_hand()
    {
        var saffron = new Saffron(0.05);
        double[] pValues = [0.001, 0.4, 0.9, 0.003];
        var levels = new List<double>();
        var rejected = new List<bool>();

        foreach (var p in pValues)
        {
            levels.Add(saffron.NextLevel);
            rejected.Add(saffron.Test(p));
        }

        // A half of 0.025 γ1; of 0.05 γ1, the rejection being a candidate; the same again after a candidate; of 0.05 γ2.
        double[] expected = [0.00546862, 0.01093725, 0.01093725, 0.00360798];
        for (var i = 0; i < expected.Length; i++) levels[i].ShouldBe(expected[i], 1e-6);
        rejected.ShouldBe([true, false, false, true]);
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.1, 0.005)]
    [InlineData(0.5, 0.5)]
    public void The_share_of_false_findings_stays_below_alpha(double falseShare, double leastPower)
    {
        var fdr = OnlineStreams.FalseDiscoveryRate(() => new Saffron(0.1).Test, falseShare, out var power);

        fdr.ShouldBeLessThanOrEqualTo(0.1);
        power.ShouldBeGreaterThanOrEqualTo(leastPower);
    }

    [Fact]
    public void Where_much_is_false_it_finds_more_than_LORD()
    {
        OnlineStreams.FalseDiscoveryRate(() => new Saffron(0.1).Test, 0.5, out var power);
        OnlineStreams.FalseDiscoveryRate(() => new LordPlusPlus(0.1).Test, 0.5, out var lordsPower);

        power.ShouldBeGreaterThan(lordsPower);
    }

    [Fact]
    public void It_resumes_where_it_stopped()
    {
        var (through, resumed) = (new Saffron(0.05), new Saffron(0.05));
        foreach (var p in (double[])[0.4, 0.001, 0.2, double.NaN]) through.Test(p);

        OnlineStreams.Copy(through.Save, resumed.Restore);

        resumed.NextLevel.ShouldBe(through.NextLevel);
        resumed.Test(0.0001).ShouldBe(through.Test(0.0001));
        resumed.NextLevel.ShouldBe(through.NextLevel);
        (resumed.Tests, resumed.Rejections).ShouldBe((4, through.Rejections));
    }
}
