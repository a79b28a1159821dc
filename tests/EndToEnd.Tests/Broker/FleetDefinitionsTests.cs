namespace MonitoringDemo.EndToEnd.Tests.Broker;

public sealed class FleetDefinitionsTests
{
    [Fact]
    public void The_committed_definitions_are_what_the_consumers_and_messages_of_the_fleet_ask_for()
    {
        var wanted = FleetDefinitions.Make();

        var committed = File.Exists(FleetDefinitions.Path) ? File.ReadAllText(FleetDefinitions.Path).ReplaceLineEndings("\n") : "";

        if (committed != wanted) File.WriteAllText(FleetDefinitions.Path, wanted);
        (committed == wanted).ShouldBeTrue("the file has been written anew: read what changed, commit it, and give the broker a fresh volume or import it there");
    }

    [Fact]
    public void What_one_service_publishes_another_consumes_and_nothing_else_is_consumed()
    {
        var published = FleetMember.All.SelectMany(member => member.Topology.Published).Distinct().ToList();
        var consumed = FleetMember.All.SelectMany(member => member.Topology.Consumed).Distinct().ToList();

        consumed.ShouldBe(published, ignoreOrder: true);
    }
}
