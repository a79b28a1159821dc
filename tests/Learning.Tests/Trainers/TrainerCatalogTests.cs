using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Trainers;

public class TrainerCatalogTests
{
    [Fact]
    public void The_trainers_of_the_library_are_found()
    {
        var names = TrainerCatalog.Find().Select(trainer => trainer.Name);

        names.ShouldBe(names.Order(StringComparer.Ordinal));
        new[] { "binned-logistic", "logistic-regression", "shuffled-labels" }.ShouldBeSubsetOf(names);
        TrainerCatalog.Get("shuffled-labels").IsDrill.ShouldBeTrue();
        TrainerCatalog.Get("binned-logistic").IsDrill.ShouldBeFalse();
    }

    [Fact]
    public void An_unknown_trainer_is_answered_with_the_known_ones()
    {
        Should.Throw<ArgumentException>(() => TrainerCatalog.Get("oracle")).Message.ShouldContain("logistic-regression");
    }
}
