namespace MonitoringDemo.Messages.Alerting;

/// <summary>The reason for an alert has gone.</summary>
/// <param name="AlertId">The alert that ends.</param>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident it was grouped under.</param>
/// <param name="Row">The row of the event that resolved it.</param>
/// <param name="Summary">One sentence, for a person.</param>
public sealed record AlertResolved(string AlertId, string Model, string UpdateId, long Row, string Summary);
