using MonitoringDemo.Demo.History;

namespace MonitoringDemo.Demo.Tests.History;

public sealed class OpenMetricsHistoryTests
{
    private const string Page = "# HELP mlops_a Things.\n# TYPE mlops_a counter\nmlops_a_total{x=\"1\"} 1\nmlops_a_total{x=\"2\"} 2\n# TYPE traffic_b gauge\ntraffic_b 3\n# TYPE unseen gauge\nunseen 4\n# EOF\n";

    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Pages_become_series_with_their_times_and_the_labels_of_a_target()
    {
        var history = new OpenMetricsHistory();
        history.Take(Page, Noon, pace: 1.5);
        history.Take(Page.Replace("2\n", "9\n", StringComparison.Ordinal), Noon.AddMinutes(1), pace: 1.5);

        var lines = Written(history);

        lines.ShouldBe([
            "# TYPE mlops_a counter",
            "mlops_a_total{x=\"1\",instance=\"127.0.0.1:5080\",job=\"demo\"} 1 1767268800.000",
            "mlops_a_total{x=\"1\",instance=\"127.0.0.1:5080\",job=\"demo\"} 1 1767268860.000",
            "mlops_a_total{x=\"2\",instance=\"127.0.0.1:5080\",job=\"demo\"} 2 1767268800.000",
            "mlops_a_total{x=\"2\",instance=\"127.0.0.1:5080\",job=\"demo\"} 9 1767268860.000",
            "# TYPE traffic_b gauge",
            "traffic_b{instance=\"127.0.0.1:5080\",job=\"demo\"} 3 1767268800.000",
            "traffic_b{instance=\"127.0.0.1:5080\",job=\"demo\"} 3 1767268860.000",
            "# TYPE up gauge",
            "up{instance=\"127.0.0.1:5080\",job=\"demo\"} 1 1767268800.000",
            "up{instance=\"127.0.0.1:5080\",job=\"demo\"} 1 1767268860.000",
            "# EOF"]);
        (history.Pages, history.Samples).ShouldBe((2, 6L));
    }

    [Fact]
    public void The_pace_is_told_on_the_clock_of_the_history_and_a_pause_stays_one()
    {
        const string page = "# TYPE traffic_songs_per_second gauge\ntraffic_songs_per_second 400\n# EOF\n";
        var history = new OpenMetricsHistory();
        history.Take(page, Noon, pace: 1.5);
        history.Take(page.Replace("400", "0", StringComparison.Ordinal), Noon.AddMinutes(1), pace: 1.5);

        var told = Written(history).Where(line => line.StartsWith("traffic_songs_per_second{", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]);

        told.ShouldBe(["1.5", "0"]);
    }

    [Theory]
    [InlineData(60_000, 120, 84, 5, 17)]
    [InlineData(60_000, 5, 4, 1, 4)]
    [InlineData(9_000, 720, 75, 4, 19)]
    public void The_requests_between_two_pages_are_small_and_carry_the_songs_of_a_page(int songs, int seconds, int aPage, int requests, int aRequest)
    {
        var plan = new HistoryPlan([null!], songs, Noon, TimeSpan.FromDays(1), TimeSpan.FromSeconds(seconds), Pace: 400);

        (plan.SongsAPage, plan.RequestsAPage, plan.SongsARequest).ShouldBe((aPage, requests, aRequest));
    }

    [Fact]
    public void The_clock_of_a_plan_goes_by_the_songs()
    {
        var plan = new HistoryPlan([null!, null!], SongsEach: 100, Until: Noon, Length: TimeSpan.FromHours(2), Every: TimeSpan.FromMinutes(1), Pace: 10);

        plan.TimeOf(0).ShouldBe(Noon.AddHours(-2));
        plan.TimeOf(150).ShouldBe(Noon.AddMinutes(-30));
        plan.TimeOf(900).ShouldBe(Noon);
        plan.SongsASecond.ShouldBe(200 / 7200.0);
        plan.SongsAPage.ShouldBe(2, "of 1.7 songs a minute");
        (plan.ScenarioAt(99), plan.ScenarioAt(100), plan.ScenarioAt(900)).ShouldBe((0, 1, 1));
    }

    private static string[] Written(OpenMetricsHistory history)
    {
        using var text = new StringWriter();
        history.Write(text);
        return text.ToString().TrimEnd().Split('\n');
    }
}
