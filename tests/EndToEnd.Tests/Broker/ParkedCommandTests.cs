using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

/// <summary><c>bus parked</c> as a user types it, over the broker of the fleet.</summary>
public sealed class ParkedCommandTests
{
    private const string Queue = "collect-events-for-alerts";
    private const string Unreadable = "{ this is no message";
    private const string Stranger = """{ "messageId": "3f0c0000-0000-4000-8000-000000000001", "messageType": ["urn:message:Elsewhere:Unheard"], "message": { "text": "\u001b[31mred" } }""";

    [Fact]
    public async Task A_user_lists_shows_puts_back_and_drops_what_a_service_parked_with_the_address_of_that_service()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await FleetBroker.StartAsync(cancellation);
        await using var all = await OwnConnection.OpenAsync(broker.Operator, broker.Authority, cancellation);
        var alerting = FleetMember.All.Single(member => member.Name == "alerting");
        var none = await RunAsync(broker, alerting, cancellation, "list");
        await using (var service = await BusHost.StartAsync(broker.AddressOf(alerting), alerting.Consumers, alerting.Publishes, cancellation, broker.Authority))
        {
            await service.IsReadyAsync(cancellation);
            await all.PublishAsync(Queue, Unreadable, cancellation);
            await all.PublishAsync(Queue, Stranger, cancellation);
            await Eventually.Get(async token => await all.CountAsync("alerting-parked", token) == 2 ? "there" : null, TimeSpan.FromSeconds(30), "Both are parked", cancellation);
        }

        var list = await RunAsync(broker, alerting, cancellation, "list");
        var id = list.Output.Split('\n').Single(line => line.Contains("Unheard", StringComparison.Ordinal)).Split('│', StringSplitOptions.TrimEntries)[1];
        var show = await RunAsync(broker, alerting, cancellation, "show", id);
        var unsure = await RunAsync(broker, alerting, cancellation, "drop", "--all");
        var replay = await RunAsync(broker, alerting, cancellation, "replay", id);
        var waiting = await all.CountAsync(Queue, cancellation);
        var drop = await RunAsync(broker, alerting, cancellation, "drop", "--all", "--service", "alerting", "--yes");
        var left = await all.CountAsync("alerting-parked", cancellation);

        none.ShouldBe((0, "No message is parked."));
        list.Output.ShouldContain("not readable");
        list.Output.ShouldContain("alerting-parked: 2");
        list.Output.ShouldContain("No consumer here knows this type of message.");
        show.Output.ShouldContain($"from    {Queue}");
        show.Output.ShouldContain("\\u001b[31mred");
        (unsure.Code, unsure.Output).ShouldBe((2, "Nobody can be asked here; add --yes."));
        (replay.Code, replay.Output, waiting).ShouldBe((0, "Put back: 1.", 1u));
        (drop.Code, drop.Output, left).ShouldBe((0, "Dropped: 1.", 0u));
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_in_one_line_with_exit_code_2()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await FleetBroker.StartAsync(cancellation);
        var detection = FleetMember.All.Single(member => member.Name == "drift-detection");
        var alerting = FleetMember.All.Single(member => member.Name == "alerting");

        await using (var all = await OwnConnection.OpenAsync(broker.Operator, broker.Authority, cancellation)) await all.PublishAsync("alerting-parked", Unreadable, cancellation);

        (string Wanted, (int Code, string Output) Answer)[] answers =
        [
            ("No parked message has the id 'abcdef01'", await RunAsync(broker, alerting, cancellation, "show", "abcdef01")),
            ("No parked message has the id 'abcdef01'", await RunAsync(broker, alerting, cancellation, "replay", "abcdef01")),
            ("Name a message, as bus parked list does, or --all.", await RunAsync(broker, alerting, cancellation, "drop")),
            ("Name one message or --all, not both.", await RunAsync(broker, alerting, cancellation, "replay", "abcdef01", "--all")),
            ("No service 'drift' consumes messages", await RunAsync(broker, alerting, cancellation, "list", "--service", "drift")),
            ("1 message lies in alerting-parked, and this user may not look at them.", await RunAsync(broker, detection, cancellation, "list")),
            ("No broker is named", await RunAsync(broker, null, cancellation, "list")),
        ];

        foreach (var (wanted, answer) in answers)
        {
            answer.Output.ShouldContain(wanted);
            answer.Output.Split('\n').Length.ShouldBe(1, answer.Output);
            answer.Code.ShouldBe(2, answer.Output);
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(FleetBroker broker, FleetMember? member, CancellationToken cancellationToken, params string[] arguments)
    {
        await using var process = RunningProcess.StartService("Demo", ["bus", "parked", .. arguments], new Dictionary<string, string?>
        {
            ["ConnectionStrings__RabbitMQ_FILE"] = member is null ? null : broker.AddressFileOf(member),
            ["Messaging__CertificateAuthority"] = broker.Authority,
        });
        var code = await process.WaitForExitAsync(cancellationToken);
        return (code, process.Output);
    }
}
