using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Demo.Tests.Lockstep;

public sealed class TrainingCountTests
{
    private static readonly Dictionary<string, double> Defaults = [];

    [Fact]
    public void Every_model_counts_and_those_of_one_newest_row_are_one_run()
    {
        var count = new TrainingCount();
        var trainers = Counted(count);

        foreach (var (from, to) in new[] { (0L, 160L), (0L, 200L), (100L, 400L), (200L, 400L), (300L, 500L) })
            trainers[0].Train(Rows(from, to), Defaults, 1);

        count.Models.ShouldBe(5);
        count.Runs(warmup: 200).ShouldBe(3);
    }

    [Fact]
    public void A_training_that_fails_does_not_count()
    {
        var count = new TrainingCount();

        Should.Throw<TrainingException>(() => Counted(count)[0].Train(Rows(0, 1), Defaults, 1));

        count.Models.ShouldBe(0);
    }

    [Fact]
    public void The_trainers_are_those_that_the_services_had()
    {
        var trainers = Counted(new TrainingCount());

        trainers.Select(trainer => (trainer.Name, trainer.IsDrill, trainer.Work(1_000, Defaults)))
            .ShouldBe(TrainerCatalog.Find().Select(trainer => (trainer.Name, trainer.IsDrill, trainer.Work(1_000, Defaults))));
    }

    private static IReadOnlyList<IModelTrainer> Counted(TrainingCount count)
    {
        var services = new ServiceCollection().AddSingleton<IReadOnlyList<IModelTrainer>>(_ => TrainerCatalog.Find());
        count.Attach(services);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IReadOnlyList<IModelTrainer>>();
    }

    private static DataSet Rows(long from, long to)
    {
        var numbers = Enumerable.Range((int)from, (int)(to - from)).Select(row => (long)row).ToArray();
        return new DataSet(
            new FeatureSchema([new Feature("x", FeatureKind.Numeric, [], Nullable: false)], "y"),
            [.. numbers.Select(row => (double)(row % 10))],
            [.. numbers.Select(row => (byte)(row % 10 > 4 ? 1 : 0))],
            numbers);
    }
}
