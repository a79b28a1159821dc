namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>The broker did not confirm a message in time, or no queue takes a command. It is not sent later either: publish it again, with the same key.</summary>
public sealed class MessageNotTakenException(string message, Exception inner) : TimeoutException(message, inner);
