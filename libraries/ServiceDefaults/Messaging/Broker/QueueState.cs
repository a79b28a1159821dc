namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>What the broker says of a queue.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Messages">How many lie in it and are in nobody's hands.</param>
/// <param name="Consumers">How many consumers take from it.</param>
internal sealed record QueueState(string Queue, long Messages, long Consumers);
