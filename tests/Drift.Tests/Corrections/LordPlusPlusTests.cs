using MonitoringDemo.Drift.Corrections;

namespace MonitoringDemo.Drift.Tests.Corrections;

public sealed class LordPlusPlusTests
{
    [Fact]
    public void Levels_are_those_computed_by_hand()
    {
        var lord = new LordPlusPlus(0.05);
        double[] pValues = [0.001, 0.5, 0.004, 0.03];
        var levels = new List<double>();
        var rejected = new List<bool>();

        foreach (var p in pValues)
        {
            levels.Add(lord.NextLevel);
            rejected.Add(lord.Test(p));
        }

        // 0.025 γ1; 0.025 (γ2 + γ1); 0.025 (γ3 + γ2); 0.025 (γ4 + γ3) + 0.05 γ1, with γ = 0.437490, 0.144319, 0.075435, 0.047607.
        double[] expected = [0.01093725, 0.01454523, 0.00549385, 0.02495055];
        for (var i = 0; i < expected.Length; i++) levels[i].ShouldBe(expected[i], 1e-6);
        rejected.ShouldBe([true, false, true, false]);
        (lord.Tests, lord.Rejections).ShouldBe((4, 2));
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.1, 0.005)]
    [InlineData(0.5, 0.5)]
    public void The_share_of_false_findings_stays_below_alpha(double falseShare, double leastPower)
    {
        var fdr = OnlineStreams.FalseDiscoveryRate(() => new LordPlusPlus(0.1).Test, falseShare, out var power);

        fdr.ShouldBeLessThanOrEqualTo(0.1);
        power.ShouldBeGreaterThanOrEqualTo(leastPower);
    }

    [Fact]
    public void It_resumes_where_it_stopped()
    {
        var (through, resumed) = (new LordPlusPlus(0.05), new LordPlusPlus(0.05));
        foreach (var p in (double[])[0.5, 0.001, 0.2]) through.Test(p);

        OnlineStreams.Copy(through.Save, resumed.Restore);

        resumed.NextLevel.ShouldBe(through.NextLevel);
        resumed.Test(0.0001).ShouldBe(through.Test(0.0001));
        resumed.NextLevel.ShouldBe(through.NextLevel);
    }

    [Fact]
    public void What_is_not_computable_counts_for_nothing()
    {
        var lord = new LordPlusPlus(0.05);
        var before = lord.NextLevel;

        lord.Test(double.NaN).ShouldBeFalse();

        lord.NextLevel.ShouldBe(before);
        Should.Throw<ArgumentOutOfRangeException>(() => new LordPlusPlus(0)).ParamName.ShouldBe("alpha");
        Should.Throw<ArgumentOutOfRangeException>(() => new LordPlusPlus(0.05, 0.05)).ParamName.ShouldBe("initial");
    }
}
