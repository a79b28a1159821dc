using MonitoringDemo.ControlRoom.Control;

namespace MonitoringDemo.ControlRoom.Tests.Control;

public sealed class ScenarioNameTests
{
    private static readonly ScenarioOffer[] Known =
        [new("decades", "Decades", ""), new("unit-change", "Unit change", ""), new("both", "Both", "", Group: "two at once")];

    [Theory]
    [InlineData("decades")]
    [InlineData("both")]
    [InlineData("decades+unit-change")]
    [InlineData("decades+unit-change@3000")]
    public void One_can_be_started_and_two_at_once(string name)
    {
        ScenarioName.Problem(name, Known).ShouldBeNull();
        ScenarioName.Problem(name, known: null).ShouldBeNull("nobody knows better");
    }

    [Theory]
    [InlineData("moon", "names no scenario; known: decades")]
    [InlineData("decades+moon", "names no scenario with 'moon'")]
    [InlineData("decades+decades", "joins 'decades' with itself")]
    [InlineData("decades+both", "joins more than two")]
    [InlineData("decades+unit-change+both", "FIRST+SECOND@ROWS")]
    [InlineData("decades+unit-change@soon", "FIRST+SECOND@ROWS")]
    [InlineData("decades+unit-change@1000001", "a number from 0 to 1000000, and not with 1000001")]
    [InlineData("decades+unit-change@99999999999999999999", "a number from 0 to 1000000")]
    [InlineData("Decades", "lower-case")]
    [InlineData("", "lower-case")]
    public void What_cannot_is_told_with_the_mend(string name, string why) => ScenarioName.Problem(name, Known).ShouldNotBeNull().ShouldContain(why);
}
