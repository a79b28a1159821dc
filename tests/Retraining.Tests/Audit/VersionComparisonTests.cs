using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Retraining.Tests.Audit;

public sealed class VersionComparisonTests
{
    [Fact]
    public async Task Two_versions_are_told_apart_by_rows_recipe_measures_and_answers_to_the_same_rows()
    {
        await using var fleet = await Fleet.StartAsync(new World(8) { Weights = row => row < 2_000 ? [1.5, 1.0, -1.0, 0.5] : [-1.5, -1.0, 1.0, -0.5] });
        await fleet.ServeAsync(3_000);
        var data = new DataDirectory(fleet.Directory);

        var compared = VersionComparison.Of(Stores.Journal(data), Stores.Blobs(data), 1, 2);

        (compared.A.Version, compared.A.Trigger, compared.B.Version, compared.B.Trigger).ShouldBe((1, "seed", 2, "challenger"));
        compared.B.Recipe.ShouldStartWith(fleet.State.Version(2).Trainer);
        compared.SharedRows.ShouldBeInRange(1, compared.B.Rows - 1);
        compared.Features.ShouldBeEmpty();
        compared.Importance.Select(share => share.Feature).ShouldBe(["a", "b", "c", "d", "group"]);
        compared.Importance.Sum(share => share.B!.Value).ShouldBe(1, 1e-9);
        compared.Slices[0].A.Slice.ShouldBe("all");
        var same = compared.SameRows.ShouldNotBeNull();
        same.Rows.ShouldBe(compared.B.Rows);
        same.AccuracyB.ShouldBeGreaterThan(same.AccuracyA);
        same.MeanDifference.ShouldBeInRange(0.05, same.LargestDifference);
    }

    [Fact]
    public async Task A_version_beside_itself_shares_all_rows_and_answers_all_alike()
    {
        await using var fleet = await Fleet.StartAsync(new World(8));
        var data = new DataDirectory(fleet.Directory);

        var compared = VersionComparison.Of(Stores.Journal(data), Stores.Blobs(data), 1, 1);

        compared.SharedRows.ShouldBe(compared.A.Rows);
        (compared.SameRows!.Agree, compared.SameRows.LargestDifference).ShouldBe((1, 0));
    }
}
