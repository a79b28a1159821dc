namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>On a consumer of which every process of a service gets each message, where the log travels and there may be several: in a queue of its own, which goes with it. What came meanwhile is gone; whoever relies on it asks after a start.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EachProcessAttribute : Attribute;
