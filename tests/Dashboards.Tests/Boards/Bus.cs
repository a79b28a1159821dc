using MonitoringDemo.Dashboards.Tests.Write;

namespace MonitoringDemo.Dashboards.Tests.Boards;

internal static class Bus
{
    /// <summary>A figure that nobody measures is not 0.</summary>
    private const string Unmeasured = "or vector(-1)";

    private static readonly Step[] NoBroker = [new(null, Colours.Grey), new(0, Colours.Green), new(1, Colours.Red)];

    /// <summary>Services in one process have a bus in memory: nothing waits there and nothing is parked.</summary>
    private const string InMemory = """or label_replace(vector(0), "queue", "in memory", "", "")""";

    public static Board Board { get; } = new("bus", "9 The bus", "Does every message arrive, is it worked on, and what had to be set aside?",
    [
        Panels.Text(
            """
            **Did everybody hear?** A message that a consumer failed on, that nobody knew or that ended its process again and again is *parked*: it lies in a queue that nothing reads until a person looks.
            `bus parked list` of `services/Demo` names each with its reason; `replay` puts it back where it lay. Where all services are one process there is no broker, and nothing of this.
            """, 3),
        Panels.Figure("How many messages are parked?", "Messages in the parking queues of all services, now.", "short", ($"sum(max by (queue) (mlops_messages_parked)) {Unmeasured}", "parked"), 6) with { Decimals = 0, Steps = NoBroker, Words = new Dictionary<string, string> { ["-1"] = "no broker" } },
        Panels.Figure("How many queues does nobody read?", "Queues without a consumer, of the services that run.", "short", ($"count(max by (queue) (mlops_queue_consumers) == 0) or 0 * count(mlops_queue_consumers) {Unmeasured}", "unread"), 6) with { Decimals = 0, Steps = NoBroker, Words = new Dictionary<string, string> { ["-1"] = "no broker" } },
        Panels.Figure("How many commands were unheard?", "Commands that no queue took, in this time range: who should obey has never been on this broker.", "short", ($"sum(increase(mlops_commands_returned_total[$__range])) {Unmeasured}", "unheard"), 6) with { Decimals = 0, Steps = NoBroker, Words = new Dictionary<string, string> { ["-1"] = "no broker" } },
        Panels.Figure("How many publishes were not confirmed?", "Publishes that were not confirmed in time, in this time range; they are sent again.", "short", ("sum(increase(mlops_messages_not_taken_total[$__range]))", "not confirmed"), 6) with { Decimals = 0, Steps = Step.AnyIs(Colours.Orange) },
        Panels.Lines("What waits in the queues?", "Messages that no consumer has in its hands: the six longest queues.", "short", 16, 8,
            ($"topk(6, max by (queue) (mlops_queue_messages)) {InMemory}", "{{queue}}")) with { Decimals = 0, Min = 0 },
        Panels.Bars("Whose messages are parked?", "Messages in the parking queue of each service.", "short", 8, 8,
            ($"topk(6, max by (queue) (mlops_messages_parked)) {InMemory}", "{{queue}}")) with { Decimals = 0, Steps = Step.AnyIs(Colours.Red) },
    ]);
}
