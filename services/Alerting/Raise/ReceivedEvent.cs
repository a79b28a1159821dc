namespace MonitoringDemo.Alerting.Raise;

/// <summary>A message as it came in, with the id by which a re-sent one is known.</summary>
internal sealed record ReceivedEvent(Guid MessageId, object Message);
