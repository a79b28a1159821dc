using Microsoft.Extensions.Time.Testing;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Tests.Train;

public sealed class ExperimentBudgetTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void The_first_candidate_may_cost_what_it_will()
    {
        new ExperimentBudget(10, TimeSpan.Zero, _time).WhyNot(1_000).ShouldBeNull();
    }

    [Fact]
    public void A_later_one_must_fit_and_a_smaller_one_may_still()
    {
        var budget = new ExperimentBudget(100, null, _time);
        budget.Spend(60);

        budget.WhyNot(41).ShouldNotBeNull().ShouldContain("60 of 100");
        budget.WhyNot(40).ShouldBeNull();
    }

    [Fact]
    public void Time_counts_only_where_there_is_a_clock()
    {
        var (live, lockstep) = (new ExperimentBudget(100, TimeSpan.FromSeconds(3), _time), new ExperimentBudget(100, null, _time));
        live.Spend(1);
        lockstep.Spend(1);
        var early = live.WhyNot(1);

        _time.Advance(TimeSpan.FromSeconds(3));

        early.ShouldBeNull();
        live.WhyNot(1).ShouldNotBeNull().ShouldContain("Retraining:ExperimentSeconds");
        lockstep.WhyNot(1).ShouldBeNull();
    }
}
