using System.Diagnostics;
using OpenTelemetry;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Spans;

/// <summary>Gives the spans of the bus the names and attributes of OpenTelemetry's conventions for messaging, where MassTransit has others or none: <c>send</c>, <c>receive</c> or <c>process</c> and where to or from.</summary>
internal sealed class MessagingConventions : BaseProcessor<Activity>
{
    private const string Bus = "MassTransit";
    private const string System = "messaging.system";
    private const string Destination = "messaging.destination.name";

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name != Bus || data.GetTagItem("messaging.operation") is not string operation) return;

        // Of what is processed MassTransit tells neither the system nor the queue; the span's name ends with the operation, as that of the others does.
        var address = data.GetTagItem("messaging.masstransit.destination_address") as string;
        if ((data.GetTagItem(System) ?? data.Parent?.GetTagItem(System) ?? address?.Split(':')[0]) is { } system) data.SetTag(System, system);
        if (data.GetTagItem("messaging.masstransit.message_id") is { } id) data.SetTag("messaging.message.id", id);
        data.SetTag("messaging.operation.type", operation).SetTag("messaging.operation.name", operation);
        var named = data.DisplayName.EndsWith($" {operation}", StringComparison.Ordinal) ? data.DisplayName[..^(operation.Length + 1)] : null;
        if ((data.GetTagItem(Destination) ?? named) is not string destination) return;
        data.SetTag(Destination, destination).DisplayName = $"{operation} {destination}";
    }
}
