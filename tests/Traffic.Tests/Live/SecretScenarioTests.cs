using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Traffic;
using MonitoringDemo.Traffic.Live;
using MonitoringDemo.Traffic.Show;

namespace MonitoringDemo.Traffic.Tests.Live;

public sealed class SecretScenarioTests
{
    private const int Begins = 1_000;

    [Fact]
    public void Of_a_secret_scenario_neither_begin_nor_world_nor_end_is_told_and_its_truth_is_known_to_the_host()
    {
        var (course, shown) = (Course(), new TrafficShown());
        course.AnnounceWorld();
        course.Start("taste-flip", isSecret: true);

        course.Acknowledge([Begins, Begins + 1]);
        shown.Show(course);
        var (truth, picture) = (shown.Now.ShouldNotBeNull(), shown.Picture.ShouldNotBeNull());
        var finding = FindingTruth.Of(new Finding("f", Begins + 20, FindingKinds.RealisedPerformance, null, "error-rise", 1, 1, Begins + 10, Begins, Begins + 20, ""), course);
        course.End(TrafficCourse.EndedByHand);
        course.Acknowledge([Begins + 2]);
        var told = course.State.Outbox.Pending.Select(message => message.Message).ToList();

        told.ShouldBe([new WorldChanged(1962, false, Begins)]);
        truth.ShouldBe(new WorldTruth(Begins + 2, "taste-flip", Begins, Begins + 12_000, IsSecret: true));
        (picture.Scenario, picture.TasteInverted, finding).ShouldBe((null, false, FindingTruth.Untold));
        course.Now.TasteInverted.ShouldBeTrue();
    }

    [Fact]
    public void What_comes_openly_after_a_secret_one_is_told_and_does_not_say_what_it_replaced()
    {
        var course = Course();
        course.AnnounceWorld();
        course.Start("taste-flip", isSecret: true);
        course.Acknowledge([Begins]);

        course.Start("summer-hits");
        course.Acknowledge([Begins + 1]);
        var told = course.State.Outbox.Pending.Select(message => message.Message).ToList();

        told.OfType<ScenarioEnded>().ShouldBeEmpty();
        told.OfType<ScenarioStarted>().ShouldHaveSingleItem().Replaced.ShouldBeNull();
        told.OfType<WorldChanged>().Last().TasteInverted.ShouldBeTrue();
    }

    private static TrafficCourse Course() => TrafficCourse.Fresh(new TrafficOptions { WarmUp = Begins, OpeningScenario = "steady" });
}
