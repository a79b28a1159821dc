using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Tests.Streams;

public sealed class SineTests
{
    [Fact]
    public void The_curve_is_the_sine_and_each_change_reverses_the_answer()
    {
        var stream = new Sine();
        var changes = stream.Changes(20_000, 2);

        var rows = stream.Make(20_000, 2).Select((row, i) => (row, Turns: changes.Count(change => change <= i)));

        changes.Count.ShouldBeGreaterThan(4);
        rows.ShouldAllBe(each => ((each.row.Values[1] < Math.Sin(each.row.Values[0])) ^ (each.Turns % 2 == 1)) == (each.row.Label == 1));
    }
}
