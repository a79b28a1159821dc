using MonitoringDemo.Alerting;
using MonitoringDemo.ControlRoom;
using MonitoringDemo.DriftDetection;
using MonitoringDemo.Inference;
using MonitoringDemo.Retraining;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;
using MonitoringDemo.Traffic;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

/// <summary>A service as the broker knows it: its user has its name.</summary>
internal sealed record FleetMember(string Name, string Program, IReadOnlyList<Type> Consumers, IReadOnlyList<Type> Publishes, LogStreamRole Log = LogStreamRole.None)
{
    public static IReadOnlyList<FleetMember> All { get; } =
    [
        new("inference", "Inference", InferenceModule.Consumers, InferenceModule.Publishes, InferenceModule.LogStream),
        new("drift-detection", "DriftDetection", DriftDetectionModule.Consumers, DriftDetectionModule.Publishes, DriftDetectionModule.LogStream),
        new("retraining", "Retraining", RetrainingModule.Consumers, RetrainingModule.Publishes, RetrainingModule.LogStream),
        new("alerting", "Alerting", AlertingModule.Consumers, AlertingModule.Publishes),
        new("control-room", "ControlRoom", ControlRoomModule.Consumers, ControlRoomModule.Publishes),
        new("traffic", "Traffic", TrafficModule.Consumers, TrafficModule.Publishes),
    ];

    public BusTopology Topology => new(Consumers, Publishes, OwnQueues.ForAll(Consumers));

    public BrokerRights Rights => BrokerRights.Of(Topology, Log);
}
