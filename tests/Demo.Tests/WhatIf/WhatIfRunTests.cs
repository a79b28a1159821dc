using System.Text.Json;
using System.Text.Json.Nodes;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Demo.WhatIf;
using MonitoringDemo.Retraining.Rewind;

namespace MonitoringDemo.Demo.Tests.WhatIf;

public sealed class WhatIfRunTests
{
    [Fact]
    public async Task A_recording_comes_out_the_same_and_shows_what_a_change_would_have_done()
    {
        using var folder = await RecordedAsync();
        var run = new WhatIfRun(Recording.Open(folder.Path), "unit-change", From: 8_000);
        var changes = WhatIfChanges.Of(run.Recording.Settings, ["Retraining:WatchRows=200"], ["policy:broken-data-is-quarantined"], []);

        var recorded = await run.PlayAsRecordedAsync(static _ => { }, TestContext.Current.CancellationToken);
        var (changed, difference, freeFrom) = await run.PlayChangedAsync(changes, static _ => { }, TestContext.Current.CancellationToken);
        var undelayed = await RewoundFleet.PlayAsync(run.Recording, new Dictionary<string, string?>(), mayDiffer: false, freeFrom, static _ => { }, TestContext.Current.CancellationToken);
        var result = new WhatIfResult("unit-change", 8_000, run.Rows, changes.Words, recorded, changed, difference);

        recorded.Decisions.ShouldHaveSingleItem().Action.ShouldBe("quarantine");
        changed.Decisions.ShouldBeEmpty();
        difference.ShouldNotBeNull().Recorded.ShouldContain("quarantine");
        recorded.Rows.Count.ShouldBe(3_500);
        changed.Rows.Keys.ShouldBe(recorded.Rows.Keys, ignoreOrder: true);
        undelayed.FreeFrom.ShouldBe(freeFrom);
        undelayed.Outcome.Rows.ShouldBe(recorded.Rows, ignoreOrder: true, "in lockstep there are no delays");
        result.RowsLost.ShouldBe(recorded.Rows.Count(row => row.Key >= 8_000 && row.Value.IsRight == true) - changed.Rows.Count(row => row.Key >= 8_000 && row.Value.IsRight == true));
        JsonNode.Parse(WhatIfFile.Write(result))!["recorded"]!["decisions"]!.AsArray().Count.ShouldBe(1);
        WhatIfPage.Write(result).ShouldContain("goes another way");
    }

    [Fact]
    public async Task What_does_not_come_out_as_recorded_is_refused_with_the_first_that_differs()
    {
        using var folder = await RecordedAsync();
        var settings = Path.Combine(folder.Path, "settings.json");
        var kept = JsonSerializer.Deserialize<Dictionary<string, string?>>(await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken))!;
        kept["Retraining:DisabledRows:0"] = "broken-data-is-quarantined";
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(kept), TestContext.Current.CancellationToken);
        var run = new WhatIfRun(Recording.Open(folder.Path), "unit-change", From: 8_000);

        var refused = await Should.ThrowAsync<RecordingException>(() => run.PlayAsRecordedAsync(static _ => { }, TestContext.Current.CancellationToken));
        var noSuch = Should.Throw<RecordingException>(() => WhatIfRun.OfIncident(run.Recording, "hits-1"));
        File.Delete(settings);
        var without = Should.Throw<RecordingException>(() => Recording.Open(folder.Path));

        refused.Message.ShouldContain("Recorded: decided quarantine");
        refused.Message.ShouldContain("Now: nothing was done");
        noSuch.Message.ShouldContain("hits-seed");
        without.Message.ShouldContain("settings.json");
    }

    private static async Task<TemporaryFolder> RecordedAsync()
    {
        var folder = new TemporaryFolder();
        var scenario = Lockstep.Lockstep.Scenario("unit-change");
        await new ScenarioRun(scenario, scenario.Manifest.WithSongs(8_500), 1, Step: 250)
            .PlayAsync(new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true), static _ => { }, TestContext.Current.CancellationToken);
        return folder;
    }
}
