using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.DriftDetection.TellIncidents;

namespace MonitoringDemo.DriftDetection.Tests.TellIncidents;

public sealed class IncidentBookTests
{
    private static readonly MonitorHealth Health = new(0, 1, -1, [], null, null);

    [Fact]
    public void Findings_made_while_one_holds_belong_to_its_story()
    {
        var book = new IncidentBook("hits", new ToldIncidents());

        var first = book.Tell(Report([At(8_250, "energy"), At(8_250, "tempo")], []));
        var second = book.Tell(Report([At(9_000, "valence")], []));

        var incident = first.ShouldHaveSingleItem();
        incident.UpdateId.ShouldBe("hits-8150");
        incident.Found.Select(finding => finding.Feature).ShouldBe(["energy", "tempo"]);
        second.ShouldHaveSingleItem().UpdateId.ShouldBe("hits-8150");
    }

    [Fact]
    public void A_finding_after_the_last_one_ended_opens_a_new_story()
    {
        var book = new IncidentBook("hits", new ToldIncidents());
        var energy = At(8_250, "energy");
        book.Tell(Report([energy], []));

        var incidents = book.Tell(Report([At(9_500, "tempo")], [new FindingEnd(energy, 9_000, 9_250)]));

        incidents.Select(incident => incident.UpdateId).ShouldBe(["hits-8150", "hits-9400"]);
        incidents[0].Cleared.ShouldHaveSingleItem().FindingId.ShouldBe(energy.Id);
        incidents[1].Found.ShouldHaveSingleItem().Feature.ShouldBe("tempo");
    }

    [Fact]
    public void What_begins_and_ends_within_one_report_is_one_story()
    {
        var book = new IncidentBook("hits", new ToldIncidents());
        var energy = At(8_250, "energy");

        var incident = book.Tell(Report([energy], [new FindingEnd(energy, 8_300, 8_500)])).ShouldHaveSingleItem();

        (incident.Found.Count, incident.Cleared.Count).ShouldBe((1, 1));
    }

    [Fact]
    public void No_two_stories_share_an_id()
    {
        var book = new IncidentBook("hits", new ToldIncidents());
        var (first, second) = (At(8_250, "energy"), At(8_500, "energy") with { Onset = 8_150 });

        var incidents = book.Tell(Report([first, second], [new FindingEnd(first, 8_300, 8_400)]));

        incidents.Select(incident => incident.UpdateId).ShouldBe(["hits-8150", "hits-8151"]);
    }

    [Fact]
    public void After_another_monitor_read_the_rows_only_the_difference_is_told()
    {
        var state = new ToldIncidents();
        var (gone, same, found) = (At(8_250, "energy"), At(8_250, "tempo"), At(8_500, "valence"));
        new IncidentBook("hits", state).Tell(Report([gone, same], []));

        var incident = new IncidentBook("hits", state).Reconcile([same, found], 9_000).ShouldHaveSingleItem();

        incident.Cleared.ShouldHaveSingleItem().FindingId.ShouldBe(gone.Id);
        incident.Found.ShouldHaveSingleItem().Id.ShouldBe(found.Id);
    }

    private static MonitorReport Report(IReadOnlyList<DriftFinding> found, IReadOnlyList<FindingEnd> ended) => new(found, ended, Health, default);

    private static DriftFinding At(long row, string feature) => new(
        $"{row}-data-drift-{feature}", row, DriftFindingKind.DataDrift, feature, "psi", 0.3, 0.1, row - 100, row - 1_000, row + 1, $"{feature} moved.");
}
