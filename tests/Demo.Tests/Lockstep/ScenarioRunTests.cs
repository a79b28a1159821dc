using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Demo.Report;

namespace MonitoringDemo.Demo.Tests.Lockstep;

public sealed class ScenarioRunTests
{
    [Theory]
    [InlineData("steady")]
    [InlineData("decades")]
    [InlineData("taste-flip")]
    [InlineData("summer-hits")]
    [InlineData("unit-change")]
    [InlineData("bad-candidate")]
    public async Task Every_scenario_passes(string scenario)
    {
        var report = await Lockstep.PlayAsync(scenario);

        report.Verdict.ShouldBe("pass", report.Why);
    }

    [Theory]
    [InlineData("decades", "retrain,replace", "promotions instead of at least")]
    [InlineData("taste-flip", "retrain,replace", "promotions instead of at least")]
    [InlineData("summer-hits", "watch", "nobody decided 'watch'")]
    [InlineData("unit-change", "quarantine", "nobody decided 'quarantine'")]
    [InlineData("bad-candidate", "quality", "nobody decided 'reject' by the gate 'quality'")]
    public async Task Without_its_response_a_scenario_fails_and_says_what_is_missing(string scenario, string responses, string why)
    {
        var off = responses.Split(',').Select((response, i) => ($"Retraining:DisabledResponses:{i}", response)).ToArray();

        var report = await Lockstep.PlayAsync(scenario, options: off);

        report.Verdict.ShouldBe("fail");
        report.Why.ShouldNotBeNull().ShouldContain(why, Case.Insensitive);
    }

    [Fact]
    public async Task A_fleet_that_acts_where_nothing_may_be_done_fails()
    {
        var report = await Lockstep.PlayAsync(Lockstep.Scenario("taste-flip"), Lockstep.Scenario("steady").Manifest);

        report.Verdict.ShouldBe("fail");
        report.Why.ShouldNotBeNull().ShouldContain("forbidden action 'retrain'");
    }

    [Theory]
    [InlineData(8_600)]
    [InlineData(8_123)]
    [InlineData(9_001)]
    public async Task A_last_step_of_any_length_comes_to_rest_and_tries_no_candidate_twice(long songs)
    {
        var report = await Lockstep.PlayAsync("taste-flip", seed: 1, songs);

        report.Models.Count.ShouldBeLessThan(4);
        report.Decisions.Count.ShouldBeLessThan(5);
    }

    [Theory]
    [InlineData("taste-flip", 12_000)]
    [InlineData("decades", 9_000)]
    public async Task The_same_seed_gives_the_same_report_byte_for_byte(string scenario, long songs)
    {
        var first = await Lockstep.PlayAsync(scenario, seed: 7, songs);
        var second = await Lockstep.PlayAsync(scenario, seed: 7, songs);

        WithoutTiming(second).ShouldBe(WithoutTiming(first));
    }

    [Fact]
    public async Task Over_a_socket_the_report_is_the_same_as_within_the_process()
    {
        var scenario = Lockstep.Scenario("taste-flip");
        using var folder = new TemporaryFolder();
        var settings = new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true) { Seed = 1, OverSocket = true };

        var within = await Lockstep.PlayAsync("taste-flip", seed: 1, songs: 8_400);
        var over = await new ScenarioRun(scenario, scenario.Manifest.WithSongs(8_400), Seed: 1, Step: 500).PlayAsync(settings, _ => { }, TestContext.Current.CancellationToken);

        WithoutTiming(over).ShouldBe(WithoutTiming(within));
    }

    [Fact]
    public async Task Another_seed_gives_another_report()
    {
        var first = await Lockstep.PlayAsync("taste-flip", seed: 1, songs: 9_000);
        var second = await Lockstep.PlayAsync("taste-flip", seed: 2, songs: 9_000);

        second.Models[0].Sha256.ShouldNotBe(first.Models[0].Sha256);
        second.Accuracy.Fleet!.Value.ShouldNotBe(first.Accuracy.Fleet!.Value);
    }

    private static string WithoutTiming(RunReport report) => ReportFile.Write(report with { Timing = new ReportTiming(0, 0) });
}
