using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Tests.Scenarios;

public sealed class UnitChangeTests
{
    [Fact]
    public void Only_the_duration_changes_and_only_by_its_unit()
    {
        var scenario = ScenarioCatalog.TryGet("unit-change")!;
        var broken = Modelled.Read(SongWorld.Of(scenario, scenario.Manifest, 2), 8_000, scenario.Manifest.MendRow!.Value);
        var whole = Modelled.Read(SongWorld.Of(new Steady(), new Steady().Manifest, 2), 8_000, scenario.Manifest.MendRow.Value);
        var duration = broken.Schema.IndexOf("duration_ms");

        for (var i = 0; i < broken.Count; i++)
        {
            double[] expected = [.. whole.Row(i)];
            expected[duration] /= 1_000;
            broken.Row(i).ToArray().ShouldBe(expected);
        }

        broken.Labels.ToArray().ShouldBe(whole.Labels.ToArray());
        broken.Count.ShouldBe(2_000);
    }
}
