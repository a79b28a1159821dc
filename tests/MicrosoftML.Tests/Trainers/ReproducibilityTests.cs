using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.MicrosoftML.Trainers;

namespace MonitoringDemo.MicrosoftML.Tests.Trainers;

public class ReproducibilityTests
{
    [Theory]
    [MemberData(nameof(TrainersHere.Names), MemberType = typeof(TrainersHere))]
    public async Task Trainings_beside_each_other_give_the_same_bytes(string name)
    {
        var data = Problem.Textbook(600, 41);
        var trainer = TrainersHere.Get(name);
        var alone = ModelArtifact.Sha256(trainer.Train(data, Problem.Defaults, 9).ToArtifact());

        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ModelArtifact.Sha256(trainer.Train(data, Problem.Defaults, 9).ToArtifact()))));

        together.ShouldAllBe(sha256 => sha256 == alone);
    }

    [Theory]
    [InlineData("mlnet-fasttree")]
    [InlineData("mlnet-lbfgs")]
    public void Where_nothing_is_drawn_every_seed_gives_the_same_bytes(string name)
    {
        var data = Problem.Textbook(600, 44);
        var trainer = TrainersHere.Get(name);
        Assert.SkipWhen(trainer.Unavailable is not null, trainer.Unavailable ?? "");

        var one = trainer.Train(data, Problem.Defaults, 1).ToArtifact();
        var two = trainer.Train(data, Problem.Defaults, 2).ToArtifact();

        two.ShouldBe(one);
    }

    [Fact]
    public void The_seed_orders_the_rows_of_Sdca()
    {
        var data = Problem.Textbook(600, 42);

        var one = new SdcaTrainer().Train(data, Problem.Defaults, 1).ToArtifact();
        var two = new SdcaTrainer().Train(data, Problem.Defaults, 2).ToArtifact();

        two.ShouldNotBe(one);
    }

    [Fact]
    public void Lbfgs_finds_what_the_house_finds()
    {
        var data = Problem.Textbook(2000, 43);

        var theirs = new LbfgsTrainer().Train(data, Problem.Defaults, 0);
        var ours = new LogisticRegressionTrainer().Train(data, Problem.Defaults, 0);

        for (var i = 0; i < data.Count; i++)
            theirs.Score(data.Row(i)).ShouldBe(ours.Score(data.Row(i)), 1e-3);
    }

    [Fact]
    public void Sdca_comes_near_it()
    {
        var data = Problem.Textbook(2000, 43);

        var theirs = new SdcaTrainer().Train(data, Problem.Defaults, 0);
        var ours = new LogisticRegressionTrainer().Train(data, Problem.Defaults, 0);

        for (var i = 0; i < data.Count; i++)
            theirs.Score(data.Row(i)).ShouldBe(ours.Score(data.Row(i)), 0.02);
    }

    [Fact]
    public void Rows_too_few_for_a_tree_give_the_base_rate_and_not_one_half()
    {
        var data = Problem.Rows(Problem.Numeric(1), [1, 2, 3, 4], [0, 1, 1, 1]);
        Assert.SkipWhen(new FastTreeTrainer().Unavailable is not null, new FastTreeTrainer().Unavailable ?? "");

        var model = new FastTreeTrainer().Train(data, Problem.Defaults, 0);

        model.Score([2.5]).ShouldBe(0.75, 1e-12);
    }
}
