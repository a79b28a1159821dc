using MonitoringDemo.ControlRoom.Picture;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.ControlRoom.Tests.Picture;

public sealed class StoryLineTests
{
    private readonly StoryLine _line = new(null, AccuracyLine.RowsPerPoint);

    [Fact]
    public void The_whole_story_keeps_every_outcome_in_a_bounded_number_of_points()
    {
        for (var row = 50; row <= 500_000; row += 50)
            _line.Add(row, new AccuracyMeasured(50, 40, 30));

        _line.Items.Count.ShouldBeInRange(StoryLine.PointsAtMost / 2, StoryLine.PointsAtMost);
        _line.Items.Sum(point => point.Outcomes).ShouldBe(500_000);
        _line.Items.Sum(point => point.FleetCorrect).ShouldBe(400_000);
        _line.Items.Zip(_line.Items.Skip(1)).ShouldAllBe(pair => pair.Second.Row - pair.First.Row == _line.RowsPerPoint);
    }

    [Fact]
    public void A_measurement_changes_one_point_and_all_of_them_when_the_stretches_become_longer()
    {
        for (var row = 100; row <= 100 * StoryLine.PointsAtMost; row += 100)
            _line.Add(row, new AccuracyMeasured(100, 80, 60)).Count.ShouldBe(1);

        var changed = _line.Add((100 * StoryLine.PointsAtMost) + 100, new AccuracyMeasured(100, 80, 60));

        changed.ShouldBe(_line.Items);
        _line.RowsPerPoint.ShouldBe(200);
    }

    [Fact]
    public void A_line_that_was_saved_goes_on()
    {
        for (var row = 100; row <= 60_000; row += 100)
            _line.Add(row, new AccuracyMeasured(100, 80, 60));

        var again = new StoryLine(_line.Items, _line.RowsPerPoint);
        again.Add(60_050, new AccuracyMeasured(10, 5, 5));

        again.Items.SkipLast(1).ShouldBe(_line.Items);
        again.Items[^1].ShouldBe(new AccuracyPoint(60_200, 10, 5, 5));
    }
}
