using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Tests.Evaluate;

/// <summary>What every gate promises, those of a team too, and the template of one.</summary>
public sealed class GateContractTests : IAsyncLifetime
{
    private Fleet _fleet = null!;

    private IReadOnlyList<IGate> All => [.. _fleet.Get<IEnumerable<IGate>>()];

    public async ValueTask InitializeAsync() => _fleet = await Fleet.StartAsync(new World(30), stores: services => services.AddGates(typeof(MyGate).Assembly));

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public void Names_are_in_kebab_case_and_unique_and_so_are_places()
    {
        var gates = All;

        gates.ShouldAllBe(gate => System.Text.RegularExpressions.Regex.IsMatch(gate.Name, "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"));
        gates.Select(gate => gate.Name).ShouldBeUnique();
        gates.Where(gate => gate is not MyGate).Select(gate => gate.Order).ShouldBeUnique("the place of the template is for who begins with it");
        gates.ShouldContain(gate => gate is MyGate);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1)]
    public void It_answers_with_what_was_measured_and_the_same_twice(int rows)
    {
        var candidate = CandidateOn(rows);

        foreach (var gate in All.Where(gate => gate.IsOn && gate.Concerns(candidate)))
        {
            var (first, second) = (gate.Judge(candidate), gate.Judge(candidate));

            first.Evidence.ShouldNotBeNullOrWhiteSpace(gate.Name);
            first.Evidence.ShouldNotEndWith(".", gate.Name);
            second.ShouldBe(first, gate.Name);
        }
    }

    [Fact]
    public void A_candidate_without_rows_to_judge_on_is_refused_before_anybody_looks_for_them()
    {
        var results = new Gates(All).Judge(CandidateOn(0));

        results.Select(result => (result.Gate, result.Passed)).ShouldBe([("enough-rows", false)]);
    }

    [Fact]
    public void The_template_refuses_scores_that_mean_nothing()
    {
        var (candidate, unlike) = (CandidateOn(1_000), CandidateOn(1_000, ones: false));

        new MyGate().Judge(candidate).Passed.ShouldBeTrue();
        new MyGate().Judge(unlike).Passed.ShouldBeFalse();
    }

    // A model of its world, judged on rows that nobody trained on; of those with ones, or of zeros alone.
    private static Candidate CandidateOn(int rows, bool ones = true)
    {
        var model = TrainerCatalog.Get("binned-logistic").Train(GateTests.Draw(new World(20), 2_000), new Dictionary<string, double>(), 1);
        var holdout = GateTests.Draw(new World(21), Math.Max(1, rows));
        if (!ones) holdout = new(holdout.Schema, holdout.Values.ToArray(), new byte[holdout.Count], holdout.RowNumbers.ToArray());
        return new(model, model.ToArtifact(), (500, 500), model, holdout.Slice(0, rows), 1, null);
    }
}
