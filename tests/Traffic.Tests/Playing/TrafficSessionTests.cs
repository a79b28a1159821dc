using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Playing;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Tests.Playing;

public sealed class TrafficSessionTests : IAsyncLifetime
{
    private InferenceStandIn _inference = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _inference = await InferenceStandIn.StartAsync();
        _http = new HttpClient { BaseAddress = _inference.Url };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _inference.DisposeAsync();
    }

    [Fact]
    public async Task Every_song_is_sent_once_and_outcomes_follow_when_they_are_due()
    {
        var world = World(songs: 6_000);
        var session = new TrafficSession(new TrafficClient(_http), world, "7");

        await session.PostHistoryAsync(2_500, Cancellation);
        var sent = await PlayToTheEnd(session, 400);

        sent.ShouldBe(3_500);
        _inference.History.Count.ShouldBe(2_500);
        _inference.Songs.Count.ShouldBe(3_500);
        _inference.RequestIds[..2].ShouldBe(["7-2500", "7-2900"]);
        session.Played.Ids.ToArray().ShouldBe(Enumerable.Range(2_500, 3_500).Select(row => (long)row));
        _inference.Outcomes.Count.ShouldBe((int)session.Played.Outcomes);
        _inference.Outcomes.Keys.ShouldBe(Enumerable.Range(2_500, 3_300).Where(row => world.Outcomes.RowsAfter(row, 0) is not null).Select(row => $"p-{row}"));
        session.Played.Outcomes.ShouldBeInRange(3_050, 3_220);
    }

    [Fact]
    public async Task Steps_of_any_size_in_any_order_send_every_song_once()
    {
        var session = new TrafficSession(new TrafficClient(_http), World(songs: 3_010), "7");
        int[] sizes = [25, 25, 25, 600, 600, 25, 300, 25, 1_000, 25, 25];

        await session.PostHistoryAsync(100, Cancellation);
        foreach (var size in sizes)
            (await session.StepAsync(size, Cancellation)).ShouldBe(size);
        while (await session.StepAsync(25, Cancellation) > 0)
            session.Forget();

        _inference.Songs.Count.ShouldBe(2_910);
        _inference.RequestIds.ShouldBe(_inference.RequestIds.Distinct());
        session.NextRow.ShouldBe(3_010);
        session.Played.Failed.ShouldBe(0);
    }

    [Fact]
    public async Task Every_song_says_when_it_came_and_time_never_runs_back()
    {
        var world = World(songs: 300);
        var session = new TrafficSession(new TrafficClient(_http), world, "7");

        await session.PostHistoryAsync(100, Cancellation);
        await PlayToTheEnd(session, 100);

        var times = _inference.EventTimes.Select(time => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()).ToList();
        times.ShouldBe(Enumerable.Range(0, 300).Select(row => world.EventTimeOf(row)!.Value));
        times.ShouldBe(times.Order());
    }

    [Fact]
    public async Task What_is_sent_reads_back_as_the_same_bits()
    {
        var world = World(songs: 2_000);
        var session = new TrafficSession(new TrafficClient(_http), world, "7");
        var features = new double[2_000 * SongSchema.Instance.Count];
        var labels = new byte[2_000];
        world.Generate(0, features, labels);

        await session.PostHistoryAsync(0, Cancellation);
        await PlayToTheEnd(session, 1_000);

        var read = _inference.Songs.SelectMany(song => SongSchema.Instance.Features.Select(feature =>
            feature.Kind == FeatureKind.Numeric ? song[feature.Name]!.GetValue<double>() : feature.Categories.ToList().IndexOf(song[feature.Name]!.GetValue<string>())));
        read.ShouldBe(features);
        session.Played.Truth.ToArray().ShouldBe(labels);
        session.Played.Served.ToArray().ShouldBe(_inference.Songs.Select(song => song["energy"]!.GetValue<double>() > 0.5 ? (byte)1 : (byte)0));
    }

    [Fact]
    public async Task A_request_that_fails_is_counted_and_its_songs_get_no_outcome()
    {
        var session = new TrafficSession(new TrafficClient(_http), World(songs: 1_000), "7");
        await session.PostHistoryAsync(100, Cancellation);

        _inference.RequestsToFail = 1;
        await session.StepAsync(300, Cancellation);
        await PlayToTheEnd(session, 300);

        session.Played.Failed.ShouldBe(300);
        session.Played.FirstFailure!.ShouldContain("500");
        session.Played.Served[..300].ToArray().ShouldAllBe(label => label == PlayedRows.NoAnswer);
        session.Played.Served[300..].ToArray().ShouldAllBe(label => label <= 1);
        session.Played.Truth.Length.ShouldBe(900);
        _inference.Outcomes.Keys.ShouldAllBe(id => int.Parse(id.Substring(2)) < 700);
    }

    [Fact]
    public async Task Rows_too_wide_for_one_request_are_sent_in_several_and_none_is_lost()
    {
        var world = new WideWorld();
        var session = new TrafficSession(new TrafficClient(_http), world, "7");

        await session.PostHistoryAsync(1_000, Cancellation);
        (await session.StepAsync(1_000, Cancellation)).ShouldBe(1_000);

        _inference.LongestBody.ShouldBeInRange(PreparedRows.MostBodyBytes / 2, PreparedRows.MostBodyBytes);
        _inference.History.Count.ShouldBe(1_000);
        _inference.RequestIds.Count.ShouldBeGreaterThan(1);
        session.Played.Failed.ShouldBe(0);
        session.Played.Ids.ToArray().ShouldBe(Enumerable.Range(1_000, 1_000).Select(row => (long)row));
        session.Played.Outcomes.ShouldBe(1_000);
    }

    private static SongWorld World(long songs) =>
        SongWorld.Of(ScenarioCatalog.TryGet("decades")!, ScenarioCatalog.TryGet("decades")!.Manifest with { Songs = songs, Onset = 500 }, 7);

    private static async Task<int> PlayToTheEnd(TrafficSession session, int step)
    {
        var sent = 0;
        while (await session.StepAsync(step, Cancellation) is > 0 and var count)
            sent += count;
        return sent;
    }
}
