using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Tests.Train;

public sealed class TrainingPaceTests
{
    private readonly TrainingPace _pace = new(new ChallengerOptions { ChallengerEvery = 500 }, new JudgingOptions { LeastHoldout = 100 });

    [Theory]
    [InlineData(true, 700)]
    [InlineData(false, 10)]
    public void What_is_found_makes_it_due_when_there_are_rows_of_it_in_slow_times_and_right_after_a_training(bool isSlow, int since)
    {
        if (isSlow) Slow();
        Count(since);

        _pace.Found(foundAt: 10_000, nextRow: 10_001, isTrusted: false);
        Count(98);
        var before = _pace.IsDue;
        Count(1);

        before.ShouldBeFalse();
        _pace.IsDue.ShouldBeTrue();
    }

    [Fact]
    public void Where_findings_follow_one_another_it_becomes_due_all_the_same()
    {
        Slow();
        Count(700);

        for (var row = 10_000; row < 10_120; row += 20)
        {
            _pace.Found(foundAt: row, nextRow: row + 1, isTrusted: false);
            Count(20);
        }

        _pace.IsDue.ShouldBeTrue();
    }

    [Fact]
    public void In_coarse_steps_the_rows_since_the_finding_count()
    {
        Count(500);

        _pace.Found(foundAt: 10_000, nextRow: 10_400, isTrusted: false);

        _pace.IsDue.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void After_anothers_release_it_is_soon_due_unless_a_version_came_back(bool cameBack, bool isDue)
    {
        _pace.Follow(cameBack);

        Count(100);

        _pace.IsDue.ShouldBe(isDue);
    }

    [Fact]
    public void While_training_anew_is_trusted_a_finding_leaves_the_pace_to_what_it_pays()
    {
        _pace.Pays(gain: 0.04);

        _pace.Found(foundAt: 10_000, nextRow: 10_001, isTrusted: true);
        Count(125);

        _pace.Every.ShouldBe(125);
        _pace.IsDue.ShouldBeTrue();
    }

    private void Slow()
    {
        _pace.SlowDown();
        _pace.SlowDown();
        _pace.IsSlow.ShouldBeTrue();
    }

    private void Count(int outcomes)
    {
        for (var i = 0; i < outcomes; i++) _pace.Count();
    }
}
