using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Tests.Evaluate;

public sealed class GatesTests
{
    [Fact]
    public async Task Every_gate_is_found_and_tried_in_the_order_of_its_number()
    {
        await using var fleet = await Fleet.StartAsync(new World(30));

        var gates = fleet.Get<IEnumerable<IGate>>().OrderBy(gate => gate.Order).ToList();
        var passed = fleet.State.Versions[0].Gates.Select(result => result.Gate);

        string[] house = ["enough-rows", "finite", "quality", "mends", "slices", "obstacles", "signed"];
        gates.Select(gate => gate.Name).Where(house.Contains).ShouldBe(house);
        gates.Where(gate => !gate.IsOn && house.Contains(gate.Name)).Select(gate => gate.Name).ShouldBe(["obstacles"], "nobody has named any");
        passed.Where(house.Contains).ShouldBe(["finite", "signed"], "the first model has no champion to beat");
    }

    [Fact]
    public async Task A_gate_in_one_file_takes_part_in_its_place()
    {
        await using var fleet = await Fleet.StartAsync(new World(30), stores: services => services.AddGates(typeof(OwnGate).Assembly));

        var tried = fleet.State.Versions.ShouldHaveSingleItem();

        tried.Gates.Select(result => result.Gate).ShouldBe(["finite", "own", "signed"]);
        tried.Gates[1].Evidence.ShouldBe("asked at a level of 0.05");
    }
}
