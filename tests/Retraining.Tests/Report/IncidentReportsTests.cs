using System.Globalization;
using System.Text.RegularExpressions;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Retraining.Report;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.Report;

public sealed class IncidentReportsTests
{
    private const string Incident = "hits-4000";

    private static World Flips() => new(2) { Weights = row => row < 4_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, 0.5] };

    [Fact]
    public async Task An_incident_that_was_cured_tells_its_story_from_the_finding_to_the_new_model()
    {
        await using var fleet = await CuredAsync();
        var line = IncidentReports.List(fleet.Get<IJournal>()).Single(each => each.Id == Incident);

        var page = IncidentReports.Write(fleet.Get<IJournal>(), fleet.Get<IInferenceLog>(), Incident)!;

        (line.What, line.Actions[0], line.IsOpen).ShouldBe(("accuracy fell", "retrain", false));
        line.Served.ShouldContain(2);
        page.ShouldContain("Model 2 serves from row");
        page.ShouldContain("<strong>retrain</strong>");
        foreach (var gate in fleet.State.Version(2).Gates) page.ShouldContain($"<td class=\"words\">{gate.Gate}</td>");
        foreach (var tried in fleet.State.Experiments.Where(e => e.UpdateId == Incident)) page.ShouldContain($"{tried.LogLoss:0.000}");
        page.ShouldContain(fleet.State.Version(2).Sha256);
        foreach (var feature in World.Schema.Features) page.ShouldContain($"<h3>{feature.Name}</h3>");
        page.ShouldContain("there are rows and no times");
    }

    [Fact]
    public async Task What_is_said_of_accuracy_is_what_was_served()
    {
        await using var fleet = await CuredAsync();
        var newest = fleet.Accuracy(fleet.Row - 1_000, fleet.Row);

        var page = IncidentReports.Write(fleet.Get<IJournal>(), fleet.Get<IInferenceLog>(), Incident)!;

        var figure = Regex.Match(page, "Right at the end</dt><dd><strong>([0-9.]+)").Groups[1].Value;
        double.Parse(figure, CultureInfo.InvariantCulture).ShouldBe(newest, 0.03);
    }

    [Fact]
    public async Task The_first_model_is_a_story_without_a_finding_and_a_name_that_nobody_knows_is_none()
    {
        await using var fleet = await Fleet.StartAsync(Flips());

        var page = IncidentReports.Write(fleet.Get<IJournal>(), fleet.Get<IInferenceLog>(), "hits-seed")!;

        page.ShouldContain("The first model.");
        page.ShouldContain("Model 1 serves from row 2,000 on.");
        IncidentReports.Write(fleet.Get<IJournal>(), fleet.Get<IInferenceLog>(), "hits-seed-2").ShouldBeNull();
    }

    private static async Task<Fleet> CuredAsync()
    {
        var fleet = await Fleet.StartAsync(Flips());
        await fleet.ServeAsync(2_500);
        var finding = await fleet.ReportAsync(FindingKinds.RealisedPerformance, 4_000);
        await fleet.ServeAsync(2_000);
        await fleet.ClearAsync(finding, fleet.Row);
        return fleet;
    }
}
