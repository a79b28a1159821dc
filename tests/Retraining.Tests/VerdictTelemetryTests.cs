using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Retraining.Tests;

public sealed class VerdictTelemetryTests
{
    [Theory]
    [InlineData(DecisionActions.Retrain, "acted")]
    [InlineData(DecisionActions.Quarantine, "acted")]
    [InlineData(DecisionActions.Hold, "acted")]
    [InlineData(DecisionActions.Watch, "harmless")]
    [InlineData(DecisionActions.Accept, "accepted")]
    public void What_was_decided_about_a_finding_is_its_verdict(string action, string verdict)
    {
        DecisionMade[] decisions = [Decided(DecisionActions.Watch, "other"), Decided(action, "f")];

        var counted = VerdictTelemetry.Of("f", "hits-1", decisions);

        counted.ShouldBe(verdict);
    }

    [Fact]
    public void A_new_model_answers_all_findings_of_its_incident_and_a_quarantine_those_that_it_names()
    {
        DecisionMade[] trained = [Decided(DecisionActions.Watch, "f"), Decided(DecisionActions.Retrain, "g")];
        DecisionMade[] kept = [Decided(DecisionActions.Watch, "f"), Decided(DecisionActions.Quarantine, "g")];

        string[] verdicts = [.. new[] { trained, kept }.SelectMany(decisions => new[] { VerdictTelemetry.Of("f", "hits-1", decisions), VerdictTelemetry.Of("f", "hits-2", decisions), VerdictTelemetry.Of("h", "hits-2", decisions) })];

        verdicts.ShouldBe(["acted", "harmless", "unanswered", "harmless", "harmless", "unanswered"]);
    }

    [Fact]
    public void An_end_is_counted_once_and_what_is_decided_after_it_counts()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var seen = new Dictionary<string, long>();
        using var listener = new MeterListener();
        var meters = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters)) me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => seen[$"{tags[1].Value} {tags[2].Value}"] = seen.GetValueOrDefault($"{tags[1].Value} {tags[2].Value}") + value);
        listener.Start();
        var verdicts = new VerdictTelemetry(meters, ModelSlot.Of((string?)null));

        var (ended, broken) = (new FindingsEnded("hits-1", [new ClearedFinding("f", FindingKinds.DataQuality, "key", 9)]), new BrokenData("hits-1", Found("f"), 9));
        verdicts.Appended(new JournalEntry(1, 9, default, ended), RegistryState.Empty with { Unanswered = [broken] });
        verdicts.Appended(new JournalEntry(2, 9, default, ended), RegistryState.Empty with { Unanswered = [broken] });
        var counted = seen.Values.Sum();
        var decided = Decided(DecisionActions.Quarantine, "f");
        verdicts.Appended(new JournalEntry(3, 9, default, new Decided(decided, "a rule")), RegistryState.Empty with { Decisions = [decided] });

        counted.ShouldBe(0);
        seen.Where(each => each.Value > 0).Select(each => each.Key).ShouldBe(["data-quality acted"]);
        seen["data-quality acted"].ShouldBe(1);
        seen.ShouldContainKeyAndValue("staleness unanswered", 0);
    }

    private static DecisionMade Decided(string action, string finding) => new("hits", "hits-1", 9, action, "for a reason", [finding]);

    private static Finding Found(string id) => new(id, 8, FindingKinds.DataQuality, "key", "range", 1, 0, 7, 0, 9, "broken");
}
