using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Replay;
using MonitoringDemo.Demo.Report;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class ReplayRunTests
{
    private const string DataVariable = "MONITORINGDEMO_DATA";

    [Fact]
    public async Task A_file_of_any_kind_runs_to_the_end_and_claims_no_truth()
    {
        var table = Csv.Table("x,colour,hit", 1500, row => $"{(row * 37) % 101},{(row % 3 == 0 ? "red" : row % 50 == 7 ? "" : "blue")},{(((row * 37) % 101) + (row % 5) > 50 ? "yes" : "no")}");
        var world = Csv.World(table, Csv.Settings(warmup: 400));

        var report = await PlayAsync(world);

        report.Scenario.ShouldBe(Csv.Name);
        report.Rows.ShouldBe(1500);
        report.Counts.Predictions.ShouldBe(1100);
        (report.Counts.Lost, report.Counts.Doubled, report.Counts.Failed).ShouldBe((0, 0, 0));
        (report.Truth, report.Verdict, report.Why, report.DelayRows, report.RecoveryRows).ShouldBe((null, null, null, null, null));
        report.Accuracy.Fleet!.Value.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public async Task A_label_of_five_classes_is_learned_watched_and_mended()
    {
        // From row 2,000 on two classes change places.
        string ClassOf(int row) => ((row * 37) % 100 / 20) is var k && row >= 2000 && k < 2 ? $"c{1 - k}" : $"c{k}";
        var table = Csv.Table("x,colour,kind", 5000, row => $"{(row * 37) % 100},{(row % 3 == 0 ? "red" : "blue")},{(row % 17 == 0 ? $"c{row % 5}" : ClassOf(row))}");
        var world = Csv.World(table, Csv.Settings(warmup: 800, label: "kind"));

        var report = await PlayAsync(world);

        world.Classes.Many.ShouldBe(["c0", "c1", "c2", "c3", "c4"]);
        report.Task.ShouldBe(MonitoringDemo.Learning.Tasks.TaskType.MulticlassClassification);
        (report.Counts.Predictions, report.Counts.Lost, report.Counts.Doubled, report.Counts.Failed).ShouldBe((4200, 0, 0, 0));
        report.Findings.ShouldContain(finding => finding.Kind == "realised-performance" && finding.Onset >= 1950 && finding.Onset < 2100);
        report.Accuracy.Fleet!.Value.ShouldBeGreaterThan(report.Accuracy.Static!.Value + 0.15);
    }

    [Fact]
    public async Task The_tracks_shipped_with_the_repository_run_to_the_end()
    {
        var file = Path.Combine(RepositoryRoot.Find(), "data", "fma", "fma_rock_hiphop.csv.gz");
        var world = ReplayReader.Read(new ReplaySettings([file], "label_rock", "date_created", ["track_id", "title", "genre_top"], null, new ConstantDelay(0)));

        var report = await PlayAsync(world);

        (report.Counts.Predictions, report.Counts.Lost, report.Counts.Doubled, report.Counts.Failed).ShouldBe((3842, 0, 0, 0));
        report.Accuracy.Fleet!.Value.ShouldBeGreaterThan(report.Accuracy.Static!.Value);
    }

    [Theory]
    [InlineData(2_500)]
    [InlineData(5_000)]
    public async Task Seasons_that_reverse_the_answer_are_served_by_the_version_of_each(int season)
    {
        var table = Csv.Table("tempo,energy,hit", 3_000 + (6 * season), row =>
        {
            var (tempo, energy) = (SplitMix64.Mix(1, (ulong)row) % 1_000, SplitMix64.Mix(2, (ulong)row) % 1_000);
            var isHigh = (2 * tempo) + energy > 1_500;
            var isReversed = row / season % 2 == 1;
            var isNoise = SplitMix64.Mix(3, (ulong)row) % 10 == 0;
            return $"{tempo},{energy},{(isHigh ^ isReversed ^ isNoise ? "yes" : "no")}";
        });
        var world = Csv.World(table, Csv.Settings(warmup: 2_000));

        var report = await PlayAsync(world, step: 25);

        report.Accuracy.Fleet!.Value.ShouldBeGreaterThan(report.Accuracy.Static!.Value + 0.25);
        report.Accuracy.Fleet.Value.ShouldBeGreaterThan(0.82);
    }

    [Fact]
    public async Task Real_songs_are_kept_up_with()
    {
        var report = await PlayAsync(Real("music_hit_stream.csv.gz", "hit", "stream_date", "song_id,title,artist,decade", 2400, 200));

        report.Accuracy.Fleet!.Value.ShouldBeGreaterThanOrEqualTo(0.74);
        report.Accuracy.Fleet!.Value.ShouldBeGreaterThanOrEqualTo(report.Accuracy.Static!.Value + 0.10);
    }

    [Fact]
    public async Task Where_retraining_does_not_help_it_does_not_harm()
    {
        var report = await PlayAsync(Real("online_shoppers.csv.gz", "label_revenue", null, "month_number", null, 0));

        report.Accuracy.Fleet!.Value.ShouldBeGreaterThanOrEqualTo(report.Accuracy.Static!.Value - 0.005);
    }

    [Theory]
    [InlineData("elec2.csv.gz", "label_up", "timestamp", "row,date", 8064, 48)]
    [InlineData("bank_marketing.csv.gz", "label_subscribed", null, "row,year_month,duration", null, 0)]
    [InlineData("heart_disease_4sites.csv", "label_disease", null, "site_order,site", null, 0)]
    public async Task Other_real_streams_run_to_the_end(string file, string label, string? time, string ignore, int? warmup, int delay)
    {
        var report = await PlayAsync(Real(file, label, time, ignore, warmup, delay));

        (report.Counts.Lost, report.Counts.Doubled, report.Counts.Failed).ShouldBe((0, 0, 0));
        report.Accuracy.Fleet!.Value.ShouldBeGreaterThan(report.Accuracy.Static!.Value - 0.02);
    }

    [Theory]
    [InlineData("0=never,1=50..300")]
    [InlineData("mean:40")]
    [InlineData("burst:250")]
    public async Task Outcomes_come_once_each_and_as_late_as_asked_for(string delay)
    {
        var table = Csv.Table("x,hit", 1500, row => $"{(row * 37) % 101},{((row * 37) % 101 > 50 ? "yes" : "no")}");
        var outcomes = OutcomeDelayText.Parse(delay, seed: 1);
        var world = Csv.World(table, Csv.Settings(warmup: 400) with { Outcomes = outcomes });

        var report = await PlayAsync(world);

        report.Counts.Outcomes.ShouldBe(Enumerable.Range(400, 1100).Count(row => row + outcomes.RowsAfter(row, Csv.Labels(world)[row]) < 1500));
        (report.Counts.Lost, report.Counts.Doubled, report.Counts.Failed).ShouldBe((0, 0, 0));
        report.Accuracy.Fleet!.Value.ShouldBeGreaterThan(0.9);
    }

    private static ReplayWorld Real(string file, string label, string? time, string ignore, int? warmup, int delay)
    {
        var folder = Environment.GetEnvironmentVariable(DataVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"The real streams are not part of the repository; {DataVariable} names no folder that holds them.");
        return ReplayReader.Read(new ReplaySettings([Path.Combine(folder!, file)], label, time, ignore.Split(','), warmup, new ConstantDelay(delay)));
    }

    private static async Task<RunReport> PlayAsync(ReplayWorld world, int step = 500)
    {
        using var folder = new TemporaryFolder();
        var settings = new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true);
        return await new ReplayRun(world, Seed: 1, step).PlayAsync(settings, _ => { }, TestContext.Current.CancellationToken);
    }
}
