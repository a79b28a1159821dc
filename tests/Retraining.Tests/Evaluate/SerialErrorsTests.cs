using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Tests.Evaluate;

public sealed class SerialErrorsTests
{
    [Fact]
    public void Answers_that_do_not_depend_on_each_other_count_in_full()
    {
        Of(carry: 0).Factor.ShouldBeInRange(1, 1.15);
    }

    [Fact]
    public void Spells_of_wrong_answers_count_for_less()
    {
        // A share c of answers repeats the one before: the correlation is c, and the factor (1 + c) / (1 - c).
        Of(carry: 0.5).Factor.ShouldBeInRange(2.2, 3.4);
    }

    [Fact]
    public void A_world_that_is_turned_over_now_and_then_is_no_spell()
    {
        var errors = new SerialErrors();

        for (var row = 0; row < 12_000; row++) errors.Take(row % 1_500 < 80);

        errors.Factor.ShouldBe(1);
    }

    private static SerialErrors Of(double carry)
    {
        var (errors, random, last) = (new SerialErrors(), new SplitMix64(3), false);
        for (var row = 0; row < 6_000; row++)
        {
            if (random.NextDouble() >= carry) last = random.NextDouble() < 0.25;
            errors.Take(last);
        }

        return errors;
    }
}
