using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Trainers;

public class TrainingWorkTests
{
    public static TheoryData<string> Trainers => [.. TrainerCatalog.Find().Select(trainer => trainer.Name)];

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Twice_the_rows_are_twice_the_work(string name)
    {
        var trainer = TrainerCatalog.Get(name);

        var work = trainer.Work(1_000, Problem.Defaults);

        work.ShouldBeGreaterThan(0);
        trainer.Work(2_000, Problem.Defaults).ShouldBe(2 * work);
    }

    [Theory]
    [InlineData(60, 0.0, 60_000)]
    [InlineData(60, 0.2, 120_000)]
    [InlineData(1e300, 0.0, 10_000_000)]
    public void Boosting_visits_every_row_for_every_tree_and_twice_when_it_stops_early(double trees, double watched, long expected)
    {
        IModelTrainer trainer = new GradientBoostingTrainer();

        var work = trainer.Work(1_000, new Dictionary<string, double> { ["trees"] = trees, ["validation-share"] = watched });

        work.ShouldBe(expected);
    }
}
