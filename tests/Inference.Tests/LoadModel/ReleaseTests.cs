using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Inference.Tests.LoadModel;

public sealed class ReleaseTests
{
    [Fact]
    public async Task A_release_is_loaded_logged_and_announced()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 10);
        await house.PredictAsync(SongWorld.Request(5, out _));
        var (champion, shadow) = (house.Register(2, SongWorld.Model(2)), house.Register(3, SongWorld.Model(3)));

        await house.ReleaseAsync(2, champion, shadow);

        var change = house.ReadLog().OfType<ModelChange>().Last();
        (change.Row, change.ChampionVersion, change.ShadowVersion, change.ReleaseSequence, change.Sha256).ShouldBe((15, 2, 3, 2, champion.Sha256));
        var loaded = house.Said.Loaded.Last().Message;
        (loaded.Row, loaded.ChampionVersion, loaded.ShadowVersion, loaded.ReleaseSequence, loaded.UpdateId).ShouldBe((15, 2, 3, 2, "story-2"));
    }

    [Fact]
    public async Task While_the_registry_does_not_answer_a_release_waits_and_is_not_refused()
    {
        await using var house = await InferenceHouse.StartAsync(folder => new SleepyBlobs(folder, sleepsFor: 2), ("Inference:AskAgainAfter", "00:00:00.1"));
        (await house.PostAsync("/v1/history", SongWorld.History(10))).EnsureSuccessStatusCode();

        await house.ReleaseAsync(1, house.Register(1, SongWorld.Model(1)));

        house.Said.Failed.ShouldBeEmpty();
        house.Said.Loaded.ShouldHaveSingleItem().Message.ChampionVersion.ShouldBe(1);
    }

    [Fact]
    public async Task The_newest_release_wins_and_one_announced_again_is_answered_again_with_the_same_id()
    {
        await using var house = await InferenceHouse.ServingAsync();
        var (second, third) = (house.Register(2, SongWorld.Model(2)), house.Register(3, SongWorld.Model(3)));
        await house.ReleaseAsync(5, third);

        await house.ReleaseAsync(4, second);
        await house.ReleaseAsync(5, third);
        await house.ReleaseAsync(9, second, model: "another");

        (await house.PredictAsync(SongWorld.Request(1, out _)))["modelVersion"]!.GetValue<int>().ShouldBe(3);
        house.Said.Loaded.Select(said => said.Message.ReleaseSequence).ShouldBe([1, 5, 5]);
        house.Said.Loaded.Skip(1).Select(said => said.Id).Distinct().Count().ShouldBe(1);
        house.ReadLog().OfType<ModelChange>().Count().ShouldBe(2);
    }

    [Fact]
    public async Task The_importance_of_features_goes_into_the_log_also_when_a_crash_kept_the_change_out_of_it()
    {
        var house = await InferenceHouse.ServingAsync();
        await house.ReleaseAsync(2, house.Register(2, SongWorld.Model(2)), importance: [0.5, 0.25, 0.25, 0]);
        var before = house.ReadLog().OfType<ModelChange>().Select(change => change.Importance).ToList();

        await using var again = await house.RestartAsync(() =>
        {
            var segment = Directory.GetFiles(house.Log, "*.log").Single();
            File.WriteAllBytes(segment, File.ReadAllBytes(segment)[..^1]);
        });

        before.ShouldBe([[], [0.5, 0.25, 0.25, 0]]);
        again.ReadLog().OfType<ModelChange>().Select(change => change.Importance).ShouldBe(before);
    }

    [Theory]
    [InlineData("the importance of 2 features, the model takes 4", 0.5, 0.5)]
    [InlineData("importance -0.5", 0.5, 0.5, 0.5, -0.5)]
    [InlineData("importance NaN", double.NaN, 0.5, 0.5, 0.0)]
    public async Task Importance_that_does_not_fit_the_features_is_refused(string reason, params double[] importance)
    {
        await using var house = await InferenceHouse.ServingAsync();

        await house.ReleaseAsync(2, house.Register(2, SongWorld.Model(2)), importance: importance);

        house.Said.Failed.ShouldHaveSingleItem().Reason.ShouldContain(reason);
        house.ReadLog().OfType<ModelChange>().Count().ShouldBe(1);
    }

    public static TheoryData<string, string> BadArtifacts => new()
    {
        { "missing", "is missing" },
        { "unsigned", "is missing" },
        { "altered", "SHA-256" },
        { "signed for another", "SHA-256" },
        { "path", "no SHA-256" },
        { "other features", "other features" },
    };

    [Theory]
    [MemberData(nameof(BadArtifacts))]
    public async Task What_cannot_be_trusted_is_refused_and_the_champion_goes_on(string what, string reason)
    {
        await using var house = await InferenceHouse.ServingAsync();
        var bad = Spoil(house, what);

        await house.ReleaseAsync(2, bad);

        var failed = house.Said.Failed.ShouldHaveSingleItem();
        (failed.ReleaseSequence, failed.Version, failed.UpdateId).ShouldBe((2, 2, "story-2"));
        failed.Reason.ShouldContain(reason);
        failed.Reason.ShouldNotContain(house.Data);
        (await house.PredictAsync(SongWorld.Request(1, out _)))["modelVersion"]!.GetValue<int>().ShouldBe(1);
        house.ReadLog().OfType<ModelChange>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_restart_serves_the_same_at_once_with_the_same_static_twin_and_logs_no_change()
    {
        var house = await InferenceHouse.ServingAsync();
        await house.ReleaseAsync(2, house.Register(2, SongWorld.Model(2)), house.Register(3, SongWorld.Model(3)));
        await house.PredictAsync(SongWorld.Request(5, out _));
        var before = house.ReadLog();

        await using var again = await house.RestartAsync();
        var answer = await again.PredictAsync(SongWorld.Request(5, out var rows));

        answer["modelVersion"]!.GetValue<int>().ShouldBe(2);
        answer["predictions"]![0]!["id"]!.GetValue<string>().ShouldBe("p-15");
        var log = again.ReadLog();
        log.Count.ShouldBe(before.Count + 1);
        var batch = log[^1].ShouldBeOfType<PredictionBatch>();
        batch.ShadowVersion.ShouldBe(3);
        batch.StaticScores.ShouldBe(rows.Select(row => SongWorld.Model(1).Score(row)));
    }

    [Fact]
    public async Task A_change_that_a_crash_kept_out_of_the_log_is_appended_by_the_restart()
    {
        var house = await InferenceHouse.ServingAsync();
        await house.ReleaseAsync(2, house.Register(2, SongWorld.Model(2)));

        await using var again = await house.RestartAsync(() =>
        {
            var segment = Directory.GetFiles(house.Log, "*.log").Single();
            File.WriteAllBytes(segment, File.ReadAllBytes(segment)[..^1]);
        });

        again.ReadLog().OfType<ModelChange>().Select(change => change.ReleaseSequence).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Without_a_model_the_release_is_asked_for_again_and_again()
    {
        await using var house = await InferenceHouse.StartAsync(lockstep: false, settings: ("Inference:AskAgainAfter", "00:00:00.1"));

        await house.Said.AskedTwice.WaitAsync(TestContext.Current.CancellationToken);

        house.Said.Asked.Values.ShouldAllBe(asked => asked == new AnnounceRelease("hits", "inference-1"));
    }

    [Fact]
    public async Task A_restart_whose_artifact_was_spoilt_serves_nothing_and_waits_for_a_release()
    {
        var house = await InferenceHouse.ServingAsync();
        var artifact = house.ArtifactPath(ModelArtifact.Sha256(SongWorld.Model(1).ToArtifact()), ".model");

        await using var again = await house.RestartAsync(() => File.AppendAllText(artifact, "x"));

        using var answer = await again.PostAsync("/v1/predictions", SongWorld.Request(1, out _));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
        await again.ReleaseAsync(2, again.Register(2, SongWorld.Model(2)));
        (await again.PredictAsync(SongWorld.Request(1, out _)))["modelVersion"]!.GetValue<int>().ShouldBe(2);
    }

    private static ModelReference Spoil(InferenceHouse house, string what)
    {
        if (what == "other features")
            return house.Register(2, SongWorld.Model(2, new FeatureSchema([.. SongWorld.Schema.Features.Select(f => f with { Name = f.Name + "2" })], "hit")));

        var good = house.Register(2, SongWorld.Model(2));
        switch (what)
        {
            case "missing":
                File.Delete(house.ArtifactPath(good.Sha256, ".model"));
                return good;
            case "unsigned":
                File.Delete(house.ArtifactPath(good.Sha256, ".dsse.json"));
                return good;
            case "altered":
                File.AppendAllText(house.ArtifactPath(good.Sha256, ".model"), " ");
                return good;
            case "signed for another":
                var other = house.Register(3, SongWorld.Model(3));
                File.Copy(house.ArtifactPath(other.Sha256, ".model"), house.ArtifactPath(good.Sha256, ".model"), overwrite: true);
                File.Copy(house.ArtifactPath(other.Sha256, ".dsse.json"), house.ArtifactPath(good.Sha256, ".dsse.json"), overwrite: true);
                return good;
            default:
                return good with { Sha256 = "../../keys/artifact-signing.pem" };
        }
    }
}
