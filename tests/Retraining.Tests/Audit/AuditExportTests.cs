using System.Text.Json;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Audit.Export;
using MonitoringDemo.Retraining.Tests.People;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.Audit;

public sealed class AuditExportTests
{
    [Fact]
    public async Task A_period_says_who_or_what_did_what_on_what_evidence_under_which_policy()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var fleet = await Persons.OrderedAsync("olga");
        await fleet.ServeAsync(500);
        fleet.Receive(Persons.Freezes("ana <b>"));
        await fleet.DrainAsync();
        var journal = fleet.Get<IJournal>();
        var (all, middle) = (AuditExport.Lines(journal, null, null), journal.Read()[^1].Time);
        fleet.Stop();
        await using var app = RetrainingModuleTests.Build(fleet.Directory);
        await app.StartAsync(cancellation);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var text = await http.GetStringAsync("v1/audit/export", cancellation);
        var page = await http.GetAsync("v1/audit/export?format=html", cancellation);
        var (later, earlier) = (AuditExport.Lines(journal, middle, null), AuditExport.Lines(journal, null, middle));
        var refused = await Task.WhenAll(new[] { "format=pdf", "from=2026-01-02&to=2026-01-01", "from=soon" }.Select(query => http.GetAsync($"v1/audit/export?{query}", cancellation)));

        (earlier.Count + later.Count, later.Count).ShouldBe((all.Count, all.Count(line => line.Time >= middle)));
        earlier.Count.ShouldBeGreaterThan(0);
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("hash").GetString()).Take(all.Count).ShouldBe(all.Select(line => line.Hash));
        all.ShouldContain(line => line.Who == "olga" && line.What.StartsWith("asked for a training"));
        all.Single(line => line.Type == "version-registered" && line.Version == 2).Evidence.ShouldSatisfyAllConditions(on => on.ShouldContain(each => each.StartsWith("gate ") && each.Contains(" passed: ")), on => on.ShouldContain(each => each.StartsWith("rows ")));
        all.ShouldContain(line => line.Type == "decided" && line.Who == "ana <b>" && line.Policy == "a person freezes releases, or lets them go on" && line.What.StartsWith(DecisionActions.Freeze));
        var body = await page.Content.ReadAsStringAsync(cancellation);
        (body.Contains("ana &lt;b&gt;", StringComparison.Ordinal), body.Contains("<b>", StringComparison.Ordinal), body.Contains("holds", StringComparison.Ordinal)).ShouldBe((true, false, true));
        refused.ShouldAllBe(answer => (int)answer.StatusCode == 400);
    }
}
