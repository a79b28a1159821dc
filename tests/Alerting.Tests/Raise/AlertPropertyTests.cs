using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Properties;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Alerting.Tests.Raise;

public sealed class AlertPropertyTests
{
    private static readonly string[] s_kinds = [FindingKinds.DataQuality, FindingKinds.RealisedPerformance, FindingKinds.LabelFlow];
    private static readonly string[] s_stages = [ReleaseStages.Promoted, ReleaseStages.Shadow, ReleaseStages.Restored];

    /// <summary>Findings, one of a kind and incident, and their ends; releases that were loaded, or refused.</summary>
    private static readonly Gen<object[]> s_messages =
        from findings in Gen.SubListOf(Enumerable.Range(1, 6))
        from ended in Gen.SubListOf<int>(findings)
        from releases in Gen.SubListOf(Enumerable.Range(1, 5))
        from refused in Gen.SubListOf<int>(releases)
        from stage in Gen.Choose(0, 2)
        select (object[])
        [
            .. findings.Select(number => new FindingsReported("hits", StoryOf(number), 8_000 + number, [Found(number)])),
            .. ended.Select(number => new FindingsCleared("hits", StoryOf(number), 9_000 + number, [new ClearedFinding($"f{number}", s_kinds[number % 3], null, 8_900 + number)])),
            .. releases.Select(number => new ReleaseChanged("hits", $"r-{number}", number, 8_500, new ModelReference(number, "00", "a", 0, 1), null, s_stages[(number + stage) % 3], "Better.")),
            .. releases.Except(refused).Select(number => new ModelLoaded("hits", $"r-{number}", number, 8_600 + number, number, null, "inference-1")),
            .. refused.Select(number => new ModelLoadFailed("hits", $"r-{number}", number, number, "No signature.", "inference-1")),
        ];

    [Fact]
    public void What_is_open_in_the_end_does_not_depend_on_the_order_in_which_a_bus_brings_it() => Claim.Holds(
        from messages in s_messages from other in Gen.Shuffle(messages) select (messages, other),
        orders => Open(orders.other).ShouldBe(Open(orders.messages)),
        share: 3);

    [Fact]
    public void What_came_in_together_leaves_the_same_state_in_whatever_order_it_came() => Claim.Holds(
        from messages in s_messages from other in Gen.Shuffle(messages.Select((message, i) => (message, i)).ToArray()) select (messages, other),
        orders =>
        {
            var one = orders.messages.Select((message, i) => new ReceivedEvent(IdOf(i), message));
            var other = orders.other.Select(each => new ReceivedEvent(IdOf(each.i), each.message));

            Told(After(EventOrder.Sort(other).Select(each => each.Message))).ShouldBe(Told(After(EventOrder.Sort(one).Select(each => each.Message))));
        });

    [Fact]
    public void A_restart_after_any_event_goes_on_with_the_same_alerts() => Claim.Holds(
        from messages in s_messages from order in Gen.Shuffle(messages) from at in Gen.Choose(0, messages.Length) select (order, at),
        made =>
        {
            var saved = JsonSerializer.Serialize(After(made.order.Take(made.at)), MessageJson.Options);

            var restarted = After(made.order.Skip(made.at), JsonSerializer.Deserialize<AlertingState>(saved, MessageJson.Options));

            Told(restarted).ShouldBe(Told(After(made.order)));
        });

    private static AlertingState After(IEnumerable<object> messages, AlertingState? from = null)
    {
        var state = from ?? new AlertingState();
        foreach (var message in messages) EventsToAlerts.Apply(state, message);
        return state;
    }

    private static string Open(IEnumerable<object> messages) =>
        string.Join(' ', After(messages).Alerts.Where(alert => alert.IsOpen).Select(alert => $"{alert.AlertId}({string.Join(',', alert.OpenFindings)})").Order(StringComparer.Ordinal));

    private static string Told(AlertingState state) => Made.Told(state);

    private static Finding Found(int number) => new($"f{number}", 8_000 + number, s_kinds[number % 3], null, "psi", 0.3, 0.2, 7_900, 7_800, 8_000, "It moved.");

    private static string StoryOf(int number) => $"hits-{number % 2}";

    private static Guid IdOf(int number) => new(number, 0, 0, new byte[8]);
}
