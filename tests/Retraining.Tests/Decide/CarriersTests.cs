using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Tests.Decide;

public sealed class CarriersTests
{
    private const string Incident = "hits-5050";

    [Theory]
    [InlineData("binned-logistic")]
    [InlineData("gradient-boosting")]
    public async Task The_reason_to_retrain_names_the_feature_whose_meaning_flipped(string trainer)
    {
        await using var fleet = await FlippedAsync(trainer);

        await fleet.ServeAsync(1_500);

        var decision = fleet.Decisions.Single();
        decision.Action.ShouldBe(DecisionActions.Retrain);
        decision.Reason.ShouldMatch(@"the concept changed near row 5050; the fall is carried by c \([5-9]\d % of the rise in log loss\)");
        decision.Reason.ShouldEndWith(".");
    }

    [Fact]
    public async Task The_reason_is_the_same_every_time_and_after_a_restart()
    {
        await using var first = await FlippedAsync("binned-logistic");
        await using var second = await FlippedAsync("binned-logistic");
        await first.ServeAsync(1_500);
        await second.ServeAsync(1_500);
        var reason = first.Decisions.Single().Reason;

        first.Restart();
        await first.DrainAsync();

        second.Decisions.Single().Reason.ShouldBe(reason);
        first.Decisions.Single().Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task A_model_that_cannot_be_looked_into_names_no_feature()
    {
        await using var fleet = await FlippedAsync("binned-logistic", ("DisabledResponses:0", DecisionActions.Retrain));
        await fleet.ServeAsync(500);
        var champion = ModelArtifact.Read(await File.ReadAllBytesAsync(
            Path.Combine(fleet.Directory, "registry", "artefacts", fleet.State.Champion!.Sha256 + ".model"), TestContext.Current.CancellationToken));
        using var log = new RowFeed(fleet.Get<IInferenceLog>(), 0, new SnapshotOptions());
        while (log.Read(1_000, _ => { }, TestContext.Current.CancellationToken))
        {
        }

        Carriers.Of(champion, log, fleet.State, 5_050)[0].Feature.ShouldBe("c");
        Carriers.Of(new Foreign(champion), log, fleet.State, 5_050).ShouldBeEmpty();
    }

    [Fact]
    public void Up_to_three_features_are_said_with_their_shares_and_without_any_nothing_is()
    {
        var incident = new IncidentState(Incident);
        FeatureLossChange[] features = [new("loudness", 0.3, 0.01, 0.6), new("energy", 0.1, 0.01, 0.2), new("tempo", 0.05, 0.01, 0.1)];
        Evidence With(int count) => new(10_000) { Carriers = new Dictionary<string, IReadOnlyList<FeatureLossChange>> { [Incident] = features[..count] } };

        Carriers.Say(With(3), incident).ShouldBe("; the fall is carried by loudness (60 % of the rise in log loss), energy (20 %) and tempo (10 %)");
        Carriers.Say(With(2), incident).ShouldBe("; the fall is carried by loudness (60 % of the rise in log loss) and energy (20 %)");
        Carriers.Say(With(1), incident).ShouldBe("; the fall is carried by loudness (60 % of the rise in log loss)");
        Carriers.Say(With(0), incident).ShouldBeEmpty();
        Carriers.Say(new Evidence(10_000), incident).ShouldBeEmpty();
    }

    /// <summary>A world where from row 5,000 on one feature means the opposite, and the finding that says so.</summary>
    private static async Task<Fleet> FlippedAsync(string trainer, params (string Key, string Value)[] settings)
    {
        var world = new World(2) { Weights = row => row < 5_000 ? [1, 1, -2, 0.5] : [1, 1, 2, 0.5] };
        var fleet = await Fleet.StartAsync(world, settings: [("Trainer", trainer), ("ChallengerEvery", "100000"), .. settings]);
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_050);
        return fleet;
    }

    private sealed class Foreign(IModel model) : IModel
    {
        public string Algorithm => "foreign";

        public FeatureSchema Schema => model.Schema;

        public double Score(ReadOnlySpan<double> row) => model.Score(row);

        public void Score(ReadOnlySpan<double> rows, Span<double> scores) => model.Score(rows, scores);

        public byte[] ToArtifact() => throw new NotSupportedException();
    }
}
