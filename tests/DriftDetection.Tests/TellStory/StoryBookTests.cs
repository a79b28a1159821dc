using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.DriftDetection.TellStory;

namespace MonitoringDemo.DriftDetection.Tests.TellStory;

public sealed class StoryBookTests
{
    private static readonly MonitorHealth Health = new(0, 1, -1, [], null, null);

    [Fact]
    public void Findings_made_while_one_holds_belong_to_its_story()
    {
        var book = new StoryBook("hits", new StoryState());

        var first = book.Tell(Report([At(8_250, "energy"), At(8_250, "tempo")], []));
        var second = book.Tell(Report([At(9_000, "valence")], []));

        var story = first.ShouldHaveSingleItem();
        story.UpdateId.ShouldBe("hits-8150");
        story.Found.Select(finding => finding.Feature).ShouldBe(["energy", "tempo"]);
        second.ShouldHaveSingleItem().UpdateId.ShouldBe("hits-8150");
    }

    [Fact]
    public void A_finding_after_the_last_one_ended_opens_a_new_story()
    {
        var book = new StoryBook("hits", new StoryState());
        var energy = At(8_250, "energy");
        book.Tell(Report([energy], []));

        var stories = book.Tell(Report([At(9_500, "tempo")], [new FindingEnd(energy, 9_000, 9_250)]));

        stories.Select(story => story.UpdateId).ShouldBe(["hits-8150", "hits-9400"]);
        stories[0].Cleared.ShouldHaveSingleItem().FindingId.ShouldBe(energy.Id);
        stories[1].Found.ShouldHaveSingleItem().Feature.ShouldBe("tempo");
    }

    [Fact]
    public void What_begins_and_ends_within_one_report_is_one_story()
    {
        var book = new StoryBook("hits", new StoryState());
        var energy = At(8_250, "energy");

        var story = book.Tell(Report([energy], [new FindingEnd(energy, 8_300, 8_500)])).ShouldHaveSingleItem();

        (story.Found.Count, story.Cleared.Count).ShouldBe((1, 1));
    }

    [Fact]
    public void No_two_stories_share_an_id()
    {
        var book = new StoryBook("hits", new StoryState());
        var (first, second) = (At(8_250, "energy"), At(8_500, "energy") with { Onset = 8_150 });

        var stories = book.Tell(Report([first, second], [new FindingEnd(first, 8_300, 8_400)]));

        stories.Select(story => story.UpdateId).ShouldBe(["hits-8150", "hits-8151"]);
    }

    [Fact]
    public void After_another_monitor_read_the_rows_only_the_difference_is_told()
    {
        var state = new StoryState();
        var (gone, same, found) = (At(8_250, "energy"), At(8_250, "tempo"), At(8_500, "valence"));
        new StoryBook("hits", state).Tell(Report([gone, same], []));

        var story = new StoryBook("hits", state).Reconcile([same, found], 9_000).ShouldHaveSingleItem();

        story.Cleared.ShouldHaveSingleItem().FindingId.ShouldBe(gone.Id);
        story.Found.ShouldHaveSingleItem().Id.ShouldBe(found.Id);
    }

    private static MonitorReport Report(IReadOnlyList<DriftFinding> found, IReadOnlyList<FindingEnd> ended) => new(found, ended, Health, default);

    private static DriftFinding At(long row, string feature) => new(
        $"{row}-data-drift-{feature}", row, DriftFindingKind.DataDrift, feature, "psi", 0.3, 0.1, row - 100, row - 1_000, row + 1, $"{feature} moved.");
}
