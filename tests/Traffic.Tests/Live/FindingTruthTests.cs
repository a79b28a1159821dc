using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Traffic.Live;

namespace MonitoringDemo.Traffic.Tests.Live;

public sealed class FindingTruthTests
{
    private const int Begins = 1_000;

    [Theory]
    [InlineData("taste-flip", FindingKinds.RealisedPerformance, "expected")]
    [InlineData("taste-flip", FindingKinds.DataDrift, "false")]
    [InlineData("taste-flip", FindingKinds.LabelFlow, "untold")]
    [InlineData("steady", FindingKinds.DataQuality, "false")]
    [InlineData("summer-hits", FindingKinds.DataDrift, "expected")]
    [InlineData("summer-hits", FindingKinds.RealisedPerformance, "false")]
    public void The_running_scenario_says_what_has_to_be_found_and_what_must_not(string scenario, string kind, string truth)
    {
        var course = Course();
        course.Start(scenario);

        var told = FindingTruth.Of(Found(kind, onset: Begins + 10), course);

        told.ShouldBe(truth);
    }

    [Fact]
    public void Of_what_began_before_it_or_after_its_end_nothing_is_told()
    {
        var course = Course();
        course.Start("taste-flip");

        var before = FindingTruth.Of(Found(FindingKinds.DataDrift, onset: Begins - 200), course);
        var perhaps = FindingTruth.Of(Found(FindingKinds.RealisedPerformance, onset: Begins - 5), course);
        course.Acknowledge([Begins + 0]);
        course.End(TrafficCourse.EndedByHand);
        var after = FindingTruth.Of(Found(FindingKinds.DataDrift, onset: Begins + 10), course);

        (before, perhaps, after).ShouldBe(("untold", "expected", "untold"));
    }

    [Fact]
    public void Rows_that_others_asked_for_are_no_songs()
    {
        var course = Course();
        course.Start("taste-flip");
        course.Acknowledge([Begins + 500]);

        var told = FindingTruth.Of(Found(FindingKinds.DataDrift, onset: Begins + 400), course);

        told.ShouldBe("untold");
    }

    private static TrafficCourse Course() => TrafficCourse.Fresh(new TrafficOptions { WarmUp = Begins, OpeningScenario = "steady" });

    private static Finding Found(string kind, long onset) => new("f", onset + 50, kind, null, "a detector", 1, 0, onset, 0, onset + 50, "found");
}
