using MonitoringDemo.LiveStory.Measuring;
using MonitoringDemo.LiveStory.Playing;

namespace MonitoringDemo.LiveStory.Tests;

/// <summary>What a room does to the demo, held to the same truth as in lockstep.</summary>
public sealed class TasteFlipTests
{
    private const string TasteFlip = "taste-flip";
    private const int SongsWatched = 4_000;
    private const int Patience = 6_000;
    private const long History = 5_000;
    private const double SongsPerSecond = 2_000;

    [Fact]
    public async Task While_the_years_pass_and_a_challenger_races_the_new_taste_is_learned()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var fleet = await LiveFleet.StartAsync(new LiveFleetSettings(Seed: 2, SongsPerSecond), cancellation);
        await fleet.Page.UntilAsync("a version in shadow", page => page.Row > 8_500 && page.Shadow is not null, 8_500 + Patience, cancellation);

        var press = await fleet.PressAsync(TasteFlip, cancellation);
        await fleet.Page.UntilRowAsync(press + SongsWatched, cancellation);
        var record = await fleet.EndAsync(cancellation);

        ShouldBeTrue(record, press, press + SongsWatched);
    }

    [Fact]
    public async Task With_a_release_in_probation_the_change_is_answered_and_not_blamed_on_the_new_model()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var fleet = await LiveFleet.StartAsync(new LiveFleetSettings(Seed: 5, SongsPerSecond), cancellation);
        await fleet.Page.UntilAsync("a promotion", page => page.ChampionVersion > 1, History + Patience, cancellation);

        var press = await fleet.PressAsync(TasteFlip, cancellation);
        await fleet.Page.UntilRowAsync(press + SongsWatched, cancellation);
        var record = await fleet.EndAsync(cancellation);

        ShouldBeTrue(record, press, press + SongsWatched);
        record.Decisions.Where(made => made.Row > press && made.Action == "roll-back").Select(made => made.Reason).ShouldBeEmpty("the world changed, not the model");
    }

    [Fact]
    public async Task Pressed_into_another_scenario_the_new_taste_is_learned()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var fleet = await LiveFleet.StartAsync(new LiveFleetSettings(Seed: 3, SongsPerSecond) { OpeningScenario = "steady" }, cancellation);
        await fleet.Page.UntilRowAsync(History + 1_000, cancellation);
        var summer = await fleet.PressAsync("summer-hits", cancellation);
        await fleet.Page.UntilRowAsync(summer + 800, cancellation);

        var press = await fleet.PressAsync(TasteFlip, cancellation);
        await fleet.Page.UntilRowAsync(press + SongsWatched, cancellation);
        var record = await fleet.EndAsync(cancellation);

        ShouldBeTrue(record, press, press + SongsWatched);
    }

    [Fact]
    public async Task Pressed_twice_the_new_taste_is_learned_and_the_old_one_found_again()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var fleet = await LiveFleet.StartAsync(new LiveFleetSettings(Seed: 4, SongsPerSecond) { OpeningScenario = "steady" }, cancellation);
        await fleet.Page.UntilRowAsync(History + 1_500, cancellation);

        var press = await fleet.PressAsync(TasteFlip, cancellation);
        await fleet.Page.UntilRowAsync(press + SongsWatched, cancellation);
        var again = await fleet.PressAsync(TasteFlip, cancellation);
        await fleet.Page.UntilRowAsync(again + SongsWatched, cancellation);
        var record = await fleet.EndAsync(cancellation);

        ShouldBeTrue(record, press, again);
        ShouldBeTrue(record, again, again + SongsWatched);
    }

    [Fact]
    public async Task In_a_world_that_drifts_on_the_new_taste_is_learned()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var fleet = await LiveFleet.StartAsync(new LiveFleetSettings(Seed: 6, SongsPerSecond) { OpeningScenario = "steady" }, cancellation);
        await fleet.Page.UntilRowAsync(History + 1_500, cancellation);

        var press = await fleet.PressAsync(TasteFlip, cancellation);
        await fleet.Page.UntilRowAsync(press + 100, cancellation);
        var years = await fleet.PressAsync("decades", cancellation);
        await fleet.Page.UntilRowAsync(press + SongsWatched, cancellation);
        var record = await fleet.EndAsync(cancellation);

        years.ShouldBeInRange(press + 100, press + 800);
        ShouldBeTrue(record, press, press + SongsWatched);
    }

    private static void ShouldBeTrue(LiveRecord record, long press, long end) =>
        StoryTruth.Faults(PressStory.Measure(record, press, end)).ShouldBeEmpty(string.Join('\n', StoryText.Lines(record, press).Prepend($"Pressed at song {press}:")));
}
