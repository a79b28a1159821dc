using MonitoringDemo.Retraining.Privacy;

namespace MonitoringDemo.Retraining.Tests.Privacy;

public sealed class RowSpanTests
{
    [Fact]
    public void Rows_are_told_in_spans_and_found_in_them()
    {
        long[] rows = [0, 3, 4, 5, 9, 11, 12];

        var spans = RowSpan.Of(rows);

        spans.ShouldBe([new RowSpan(0, 1), new RowSpan(3, 6), new RowSpan(9, 10), new RowSpan(11, 13)]);
        Enumerable.Range(-1, 16).Select(row => (long)row).Where(row => RowSpan.Hold(spans, row)).ShouldBe(rows);
        RowSpan.Hold([], 3).ShouldBeFalse();
    }
}
