namespace MonitoringDemo.Retraining.Rewind;

/// <summary>A command that stands in the journal.</summary>
/// <param name="Message">One of the records of the Messages library.</param>
/// <param name="UpdateId">Unique to the request.</param>
public sealed record RecordedCommand(object Message, string UpdateId);
