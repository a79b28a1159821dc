using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Tests.Streams;

public sealed class NoDriftTests
{
    private const int Rows = 40_000;

    [Fact]
    public void Both_halves_are_the_same()
    {
        var rows = new NoDrift().Make(Rows, 1).ToList();

        var halves = new[] { rows[..(Rows / 2)], rows[(Rows / 2)..] };

        (halves[0].Average(row => row.Label) - halves[1].Average(row => row.Label)).ShouldBe(0, 0.02);
        for (var i = 0; i < 14; i++)
            (halves[0].Where(row => row.Label == 1).Average(row => row.Values[i]) - halves[1].Where(row => row.Label == 1).Average(row => row.Values[i])).ShouldBe(0, 0.08);
    }
}
