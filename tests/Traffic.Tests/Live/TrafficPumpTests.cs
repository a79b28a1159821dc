using System.Diagnostics.Metrics;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;
using MonitoringDemo.Traffic.Live;
using MonitoringDemo.Traffic.Tests.Playing;

namespace MonitoringDemo.Traffic.Tests.Live;

public sealed class TrafficPumpTests : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("traffic-").FullName;
    private InferenceStandIn _inference = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _inference = await InferenceStandIn.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _inference.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task History_comes_first_and_songs_wait_for_a_model()
    {
        using var traffic = Start();
        _inference.HasModel = false;

        await traffic.RunAsync(2 * Second, Cancellation);
        var before = _inference.Songs.Count;
        _inference.HasModel = true;
        await traffic.RunAsync(2 * Second, Cancellation);

        _inference.History.Count.ShouldBe(2_500);
        before.ShouldBe(0);
        _inference.Songs.Count.ShouldBeInRange(190, 310);
    }

    [Fact]
    public async Task No_request_has_more_songs_than_it_may()
    {
        using var traffic = Start(new TrafficOptions { WarmUp = 2_500, Seed = 7, LargestRequest = 3 });

        await traffic.RunAsync(2 * Second, Cancellation);

        _inference.Songs.Count.ShouldBeInRange(190, 310);
        _inference.RequestIds.Distinct().Count().ShouldBeGreaterThanOrEqualTo((_inference.Songs.Count + 2) / 3);
    }

    [Fact]
    public async Task A_restart_goes_on_with_the_next_song_and_loses_and_doubles_nothing()
    {
        using (var first = Start())
            await first.RunAsync(5 * Second, Cancellation);
        var before = _inference.Songs.Count;

        using var second = Start();
        await second.RunAsync(5 * Second, Cancellation);

        before.ShouldBeGreaterThan(400);
        _inference.Songs.Count.ShouldBeGreaterThan(before + 400);
        _inference.History.Count.ShouldBe(2_500);
        (await UninterruptedAsync(_inference.Songs.Count)).ShouldBe(_inference.Songs.Select(song => song.ToJsonString()));
        second.Bus.Messages.OfType<ScenarioStarted>().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_never_came_is_asked_for_again_with_the_same_request_id_after_a_restart_too()
    {
        using (var first = Start())
        {
            await first.RunAsync(Second, Cancellation);
            _inference.AnswersToLose = 2;
            await first.RunAsync(0.2 * Second, Cancellation);
        }

        using var second = Start();
        await second.RunAsync(6 * Second, Cancellation);

        _inference.RequestIds.ShouldBeUnique();
        _inference.RepeatedOutcomes.ShouldBe(0);
        _inference.Songs.Count.ShouldBeGreaterThan(500);
        (await UninterruptedAsync(_inference.Songs.Count)).ShouldBe(_inference.Songs.Select(song => song.ToJsonString()));
    }

    [Fact]
    public async Task History_that_was_taken_but_not_acknowledged_is_not_posted_twice()
    {
        using (var first = Start())
        {
            _inference.AnswersToLose = 1;
            await first.RunAsync(Second, Cancellation);
        }

        using var second = Start();
        await second.RunAsync(2 * Second, Cancellation);

        _inference.History.Count.ShouldBe(2_500);
        _inference.Songs.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task History_that_another_service_answers_is_sent_again_until_the_one_that_took_it_so_far_comes()
    {
        _inference.StrangersToAnswer = 3;
        using var traffic = Start();

        await traffic.RunAsync(10 * Second, Cancellation);

        _inference.StrangersToAnswer.ShouldBe(0);
        _inference.History.Count.ShouldBe(2_500);
        _inference.Songs.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Songs_wait_while_inference_is_down_and_none_is_left_out()
    {
        using var traffic = Start();
        await traffic.RunAsync(Second, Cancellation);

        _inference.RequestsToFail = 4;
        await traffic.RunAsync(20 * Second, Cancellation);

        (await UninterruptedAsync(_inference.Songs.Count)).ShouldBe(_inference.Songs.Select(song => song.ToJsonString()));
        _inference.Songs.Count.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public async Task Outcomes_name_the_predictions_although_others_asked_in_between()
    {
        using var traffic = Start();
        await traffic.RunAsync(2 * Second, Cancellation);

        _inference.SkippedIds = 37;
        await traffic.RunAsync(8 * Second, Cancellation);

        var world = TrafficCourse.Fresh(new TrafficOptions { WarmUp = 2_500, Seed = 7 }).World;
        var due = Enumerable.Range(2_500, _inference.Songs.Count - world.Outcomes.Longest).Where(row => world.Outcomes.RowsAfter(row, 0) is not null).ToList();
        _inference.Outcomes.Count.ShouldBe(due.Count);
        _inference.Outcomes.Keys.Select(id => int.Parse(id.Substring(2))).Select((id, i) => id - due[i]).Distinct().ShouldBe([0, 37]);
    }

    [Fact]
    public async Task A_button_starts_its_scenario_with_the_next_song_and_a_second_press_replaces_it()
    {
        using var traffic = Start(new TrafficOptions { WarmUp = 2_500, OpeningScenario = "steady" });
        await traffic.RunAsync(Second, Cancellation);
        var onset = traffic.Shown.Picture!.Row;

        traffic.Command(new StartScenario("bad-candidate"), 1);
        traffic.Command(new StartScenario("bad-candidate"), 1);
        await traffic.RunAsync(Second, Cancellation);
        var replacedAt = traffic.Shown.Picture!.Row;
        traffic.Command(new StartScenario("taste-flip"), 2);
        await traffic.RunAsync(Second, Cancellation);
        traffic.Command(new EndScenario(), 3);
        await traffic.PumpAsync(Cancellation);

        var told = traffic.Bus.Messages.Where(message => message is not (PaceChanged or WorldChanged)).ToList();
        told[0].ShouldBeOfType<ScenarioStarted>().OnsetRow.ShouldBe(onset);
        told[1].ShouldBeOfType<RetrainModel>().Trainer.ShouldBe("shuffled-labels");
        told[2].ShouldBe(new ScenarioEnded("bad-candidate", replacedAt, "replaced"));
        told[3].ShouldBeOfType<ScenarioStarted>().Replaced.ShouldBe("bad-candidate");
        told[4].ShouldBeOfType<ScenarioEnded>().Why.ShouldBe("ended by hand");
        told.Count.ShouldBe(5);
        traffic.Shown.Picture!.Scenario.ShouldBeNull();
        traffic.Shown.Picture.TasteInverted.ShouldBeTrue("the world stays as it is");
        traffic.Bus.Keys.ShouldBeUnique();
    }

    [Fact]
    public async Task Decades_ends_after_its_songs_and_the_world_stays_in_2019()
    {
        using var traffic = Start(new TrafficOptions { WarmUp = 2_500, Pace = 10_000 });

        await traffic.RunAsync(3 * Second, Cancellation);

        var ended = traffic.Bus.Messages.OfType<ScenarioEnded>().ShouldHaveSingleItem();
        ended.ShouldBe(new ScenarioEnded("decades", 17_500, "completed"));
        traffic.Shown.Picture!.Year.ShouldBe(2019);
        traffic.Shown.Picture.Row.ShouldBeGreaterThan(17_500);
        traffic.Checkpoint.TryLoad(out var state).ShouldBeTrue();
        state!.Acknowledged.Count.ShouldBeLessThan(3);
    }

    [Fact]
    public async Task Every_new_year_and_every_flip_of_the_taste_is_told_once()
    {
        using var traffic = Start(new TrafficOptions { WarmUp = 2_500, Pace = 10_000 });
        await traffic.RunAsync(3 * Second, Cancellation);

        traffic.Command(new StartScenario("taste-flip"), 1);
        await traffic.RunAsync(Second, Cancellation);

        var told = traffic.Bus.Messages.OfType<WorldChanged>().ToList();
        told.Where(world => !world.TasteInverted).Select(world => world.Year).Distinct().ShouldBeInOrder();
        told.Zip(told.Skip(1)).ShouldAllBe(pair => pair.First.Year != pair.Second.Year || pair.First.TasteInverted != pair.Second.TasteInverted);
        (told[^1].Year, told[^1].TasteInverted).ShouldBe((2019, true));
    }

    [Fact]
    public async Task A_restart_tells_the_year_again()
    {
        using (var first = Start())
            await first.RunAsync(Second, Cancellation);

        using var second = Start();
        await second.PumpAsync(Cancellation);

        second.Bus.Messages.OfType<WorldChanged>().ShouldHaveSingleItem().Year.ShouldBe(1960);
    }

    [Fact]
    public async Task While_the_process_stops_no_song_is_sent_and_nobody_is_warned()
    {
        using var traffic = Start();
        await traffic.RunAsync(Second, Cancellation);
        var before = _inference.Songs.Count;

        traffic.Lifetime.StopApplication();
        await _inference.DisposeAsync();
        await traffic.RunAsync(Second, Cancellation);

        _inference.Songs.Count.ShouldBe(before);
        traffic.Log.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pause_stops_the_songs_and_nothing_is_made_up_for_afterwards()
    {
        using var traffic = Start();
        await traffic.RunAsync(Second, Cancellation);

        traffic.Command(new SetPace(0), 1);
        await traffic.RunAsync(10 * Second, Cancellation);
        var paused = _inference.Songs.Count;
        traffic.Command(new SetPace(100), 2);
        await traffic.RunAsync(Second, Cancellation);

        (_inference.Songs.Count - paused).ShouldBeInRange(80, 110);
        traffic.Bus.Messages.OfType<PaceChanged>().Select(message => message.SongsPerSecond).ShouldBe([100, 0, 100]);
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(100_001.0)]
    public async Task A_pace_out_of_range_changes_nothing(double pace)
    {
        using var traffic = Start();

        traffic.Command(new SetPace(pace), 1);
        traffic.Command(new StartScenario("no-such-scenario"), 2);
        await traffic.RunAsync(Second, Cancellation);

        traffic.Shown.Picture!.SongsPerSecond.ShouldBe(100);
        traffic.Shown.Picture.Scenario!.Id.ShouldBe("decades");
    }

    [Fact]
    public async Task In_lockstep_the_pump_does_nothing()
    {
        using var traffic = Start(new TrafficOptions { Live = false });

        var worked = await traffic.PumpAsync(Cancellation);

        worked.ShouldBeFalse();
        _inference.History.ShouldBeEmpty();
        traffic.Shown.Picture.ShouldBeNull();
    }

    [Fact]
    public async Task The_moment_at_which_a_scenario_changed_the_world_is_shown_once_and_not_again_after_a_restart()
    {
        using var first = Start();
        var (began, listened) = Moments(first);
        using var listener = listened;
        await first.RunAsync(2 * Second, Cancellation);
        var asked = first.Time.GetUtcNow();
        first.Command(new StartScenario("taste-flip"), 1);
        await first.RunAsync(2 * Second, Cancellation);

        using var second = Start();
        var (again, listenedAgain) = Moments(second);
        using var listenerAgain = listenedAgain;
        await second.RunAsync(2 * Second, Cancellation);

        began.Select(moment => moment.Scenario).ShouldBe(["decades", "taste-flip"]);
        began[1].At.ShouldBeInRange(asked.ToUnixTimeSeconds(), asked.ToUnixTimeSeconds() + 1);
        again.ShouldBeEmpty();
    }

    [Fact]
    public async Task Findings_are_held_against_the_running_scenario_once()
    {
        using var traffic = Start(new TrafficOptions { WarmUp = 2_500, Seed = 7, OpeningScenario = "taste-flip" });
        var told = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Name == "traffic_findings" && ReferenceEquals(instrument.Meter.Scope, traffic.Meters)) me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, findings, tags, _) => told.Add($"{findings} {tags[1].Value} {tags[2].Value}"));
        listener.Start();
        await traffic.RunAsync(2 * Second, Cancellation);
        var found = new Finding("f", 2_600, FindingKinds.RealisedPerformance, null, "accuracy", 1, 0, 2_510, 2_500, 2_600, "fell");

        traffic.Command(new FindingsReported("hits", "hits-1", 2_600, [found, found with { Id = "g", Kind = FindingKinds.DataDrift }]), 1);
        traffic.Command(new FindingsReported("hits", "hits-1", 2_600, [found]), 1);
        await traffic.RunAsync(Second, Cancellation);

        told.ShouldBe(["1 realised-performance expected", "1 data-drift false"]);
    }

    private static (List<(string? Scenario, double At)> Moments, MeterListener Listener) Moments(LiveTraffic traffic)
    {
        var moments = new List<(string? Scenario, double At)>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, me) =>
            {
                if (instrument.Name == "traffic_scenario_started_timestamp_seconds" && ReferenceEquals(instrument.Meter.Scope, traffic.Meters)) me.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, at, tags, _) => moments.Add(((string?)tags[1].Value, at)));
        listener.Start();
        return (moments, listener);
    }

    private LiveTraffic Start(TrafficOptions? options = null) => new(_folder, _inference.Url, options);

    /// <summary>The songs that one process would have sent without any trouble.</summary>
    private static async Task<IEnumerable<string>> UninterruptedAsync(int songs)
    {
        var folder = Directory.CreateTempSubdirectory("traffic-").FullName;
        await using var inference = await InferenceStandIn.StartAsync();
        using (var traffic = new LiveTraffic(folder, inference.Url, new TrafficOptions { WarmUp = 2_500, Seed = 7, Pace = 1_000 }))
            await traffic.RunAsync(TimeSpan.FromSeconds(1 + (songs / 500)), Cancellation);
        Directory.Delete(folder, recursive: true);
        return inference.Songs.Take(songs).Select(song => song.ToJsonString());
    }
}
