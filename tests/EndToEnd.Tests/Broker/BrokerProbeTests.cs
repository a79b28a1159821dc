using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

public sealed class BrokerProbeTests
{
    private const string Queue = "collect-events-for-alerts";
    private const string Parking = "alerting-parked";
    private const string Found = "MonitoringDemo.Messages.DriftDetection:FindingsReported";
    private const string Raised = "MonitoringDemo.Messages.Alerting:AlertRaised";

    [Fact]
    public async Task Each_right_that_is_taken_away_is_named_and_the_probe_leaves_no_message()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var alerting = FleetMember.All.Single(member => member.Name == "alerting");
        var all = BrokerRights.Of(alerting.Topology);
        (string Name, BrokerRights Rights, string Missing)[] users =
        [
            ("has-all", all, ""),
            ("no-publishing", all with { Write = Without(all.Write, Raised) }, $"write on exchange '{Raised}'"),
            ("no-consuming", all with { Read = Without(all.Read, Queue) }, $"write on queue '{Queue}' and read on its exchange, read on queue '{Queue}'"),
            ("no-subscription", all with { Read = Without(all.Read, Found) }, $"write on exchange '{Queue}' and read on exchange '{Found}'"),
            ("no-parking", all with { Configure = Without(all.Configure, Parking) }, $"configure on exchange '{Parking}', configure on queue '{Parking}'"),
            ("no-dead-letters", all with { Write = Without(all.Write, Parking) }, $"write on queue '{Parking}' and read on its exchange, write on exchange '{Parking}'"),
        ];
        await using var broker = await FleetBroker.StartAsync(cancellation, users.Select(user => (user.Name, user.Rights)));
        await using var everything = await OwnConnection.OpenAsync(broker.Operator, broker.Authority, cancellation);

        var answers = new List<string>();
        foreach (var user in users)
            answers.Add(string.Join(", ", (await ProbeOf(broker.AddressOf(user.Name), broker.Authority, alerting).AskAsync(cancellation)).Missing));

        answers.ShouldBe(users.Select(user => user.Missing));
        foreach (var queue in alerting.Topology.Queues.Concat(alerting.Topology.Parking)) (await everything.CountAsync(queue, cancellation)).ShouldBe(0u, queue);
    }

    /// <summary>The same expression without one of its names.</summary>
    private static string Without(string expression, string name)
    {
        var names = expression[2..^2].Split('|');
        var left = names.Where(each => each != System.Text.RegularExpressions.Regex.Escape(name)).ToList();
        left.Count.ShouldBe(names.Length - 1, name);
        return $"^({string.Join('|', left)})$";
    }

    private static BrokerProbe ProbeOf(string address, string authority, FleetMember member)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:RabbitMQ", address)]).Build();
        var certificate = new BrokerCertificate(Options.Create(new MessagingOptions { CertificateAuthority = authority }));
        return new BrokerProbe(BrokerAddress.Read(configuration)!, certificate, member.Topology);
    }
}
