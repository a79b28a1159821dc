using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.Audit;

public sealed class ReproductionTests : IAsyncLifetime
{
    private Fleet _fleet = null!;

    private DataDirectory Data => new(_fleet.Directory);

    private VersionRecord First => RegistryReader.Find(Stores.Journal(Data), 1);

    public async ValueTask InitializeAsync()
    {
        _fleet = await Fleet.StartAsync(new World(8), settings: ("Candidates", "binned-logistic; gradient-boosting trees=20"));
        _fleet.Stop();
    }

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public void A_version_comes_out_with_the_same_bytes_from_its_rows_recipe_and_seed()
    {
        var made = Again(RetrainingModule.FindTrainers());

        made.IsSame.ShouldBeTrue();
        (made.Version, made.Rows, made.Trained, made.LargestDifference).ShouldBe((1, 2_000, First.Sha256, 0));
        made.Differences.ShouldBeEmpty();
    }

    [Fact]
    public void A_trainer_that_works_otherwise_than_then_is_told_with_how_far_the_scores_are_apart()
    {
        var made = Again([new Renamed(First.Trainer, TrainerCatalog.Get("logistic-regression"))]);

        made.IsSame.ShouldBeFalse();
        made.Recorded.ShouldBe(First.Sha256);
        made.LargestDifference.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_version_whose_trainer_is_not_there_is_told()
    {
        Should.Throw<AuditException>(() => Again([])).Message.ShouldContain($"'{First.Trainer}', which this build does not have");
    }

    [Fact]
    public void A_version_whose_rows_are_gone_is_told()
    {
        File.Delete(Path.Combine(_fleet.Directory, "registry", RegistryBlobs.Snapshot(First.DataSetSha256)));

        Should.Throw<AuditException>(() => Again(RetrainingModule.FindTrainers())).Message.ShouldContain("has no snapshot");
    }

    [Fact]
    public void A_version_whose_artifact_was_altered_is_told()
    {
        File.WriteAllText(Path.Combine(_fleet.Directory, "registry", RegistryBlobs.Artifact(First.Sha256)), "another model");

        Should.Throw<AuditException>(() => Again(RetrainingModule.FindTrainers())).Message.ShouldContain("was altered");
    }

    [Fact]
    public void A_version_that_there_is_not_is_told_with_the_newest()
    {
        Should.Throw<AuditException>(() => Reproduction.Of(Stores.Journal(Data), Stores.Blobs(Data), 2, [])).Message.ShouldContain("the newest is 1");
    }

    private ReproducedVersion Again(IReadOnlyList<IModelTrainer> trainers) => Reproduction.Of(Stores.Journal(Data), Stores.Blobs(Data), 1, trainers);

    private sealed class Renamed(string name, IModelTrainer other) : IModelTrainer
    {
        public string Name => name;

        public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed) => other.Train(data, new Dictionary<string, double>(), seed);
    }
}
