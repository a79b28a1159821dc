using MonitoringDemo.Drift.Corrections;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Corrections;

public sealed class AlphaBudgetTests
{
    [Fact]
    public void Levels_are_those_computed_by_hand_and_add_up_to_what_is_spent()
    {
        var budget = new AlphaBudget(0.06);
        var levels = new List<double>();

        for (var test = 0; test < 3; test++)
        {
            levels.Add(budget.NextLevel);
            budget.Test(1);
        }

        levels[0].ShouldBe(0.03, 1e-15);
        levels[1].ShouldBe(0.01, 1e-15);
        levels[2].ShouldBe(0.005, 1e-15);
        budget.Remaining.ShouldBe(0.06 - levels.Sum(), 1e-15);
        budget.Test(double.NaN).ShouldBeFalse();
        budget.Tests.ShouldBe(3);
    }

    [Fact]
    public void Streams_of_true_hypotheses_show_a_finding_no_more_often_than_alpha()
    {
        var random = new SplitMix64(11);
        var streams = 0;
        for (var stream = 0; stream < 2_000; stream++)
        {
            var budget = new AlphaBudget(0.1);
            var found = false;
            for (var test = 0; test < 1_000; test++) found |= budget.Test(random.NextDouble());
            if (found) streams++;
        }

        // Independent tests spend 1 − Π(1 − level), a little less than alpha; 0.1 and three standard errors.
        streams.ShouldBeInRange(120, 240);
    }

    [Fact]
    public void It_resumes_where_it_stopped()
    {
        var (through, resumed) = (new AlphaBudget(0.05), new AlphaBudget(0.05));
        through.Test(0.5);

        OnlineStreams.Copy(through.Save, resumed.Restore);

        resumed.NextLevel.ShouldBe(through.NextLevel);
    }
}
