using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Tasks;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Tests.Release;

public sealed class AnswerSharesTests
{
    [Fact]
    public void One_that_always_answers_the_same_is_told_within_a_hundred_rows()
    {
        var (shares, random) = (new AnswerShares(2, 0.25, 0.001), new SplitMix64(3));

        var rows = 0;
        while (shares.Proven(1) is null && rows < 1_000) (_, rows) = (Take(shares, 0.1, random.NextDouble()), rows + 1);

        rows.ShouldBeInRange(20, 120);
        var shift = shares.Proven(1).ShouldNotBeNull();
        (shift.Class, shift.Share, shift.Rows).ShouldBe((1, 0.0, rows));
        shift.ChampionShare.ShouldBeInRange(0.3, 0.7);
    }

    [Fact]
    public void One_that_answers_otherwise_on_every_row_and_each_class_as_often_is_not()
    {
        var (shares, random) = (new AnswerShares(2, 0.25, 0.001), new SplitMix64(4));

        for (var i = 0; i < 5_000; i++)
        {
            var score = random.NextDouble();
            shares.Take(1 - score, score);
        }

        shares.Proven(1).ShouldBeNull();
    }

    [Fact]
    public void Of_more_classes_the_one_is_named_that_is_answered_too_often()
    {
        var (shares, random) = (new AnswerShares(4, 0.25, 0.001), new SplitMix64(5));

        for (var i = 0; i < 400; i++) shares.Take(ClassAnswer.Of(2, 0.9), ClassAnswer.Of(random.NextInt(4), 0.5));

        shares.Proven(1).ShouldNotBeNull().Class.ShouldBe(2);
    }

    private static int Take(AnswerShares shares, double canary, double champion)
    {
        shares.Take(canary, champion);
        return 0;
    }
}
