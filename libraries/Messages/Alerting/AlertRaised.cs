namespace MonitoringDemo.Messages.Alerting;

/// <summary>Somebody should know. Sent once per alert and incident.</summary>
/// <param name="AlertId">Unique and repeatable.</param>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident that this alert is grouped under.</param>
/// <param name="Name">What kind of alert, for instance <c>DataQualityBroken</c>.</param>
/// <param name="Severity">info, warning or critical.</param>
/// <param name="Owner">Who has to act: <c>data-owner</c>, <c>model-owner</c> or <c>platform</c>.</param>
/// <param name="Row">The row of the event behind it.</param>
/// <param name="Summary">One sentence, for a person.</param>
public sealed record AlertRaised(
    string AlertId,
    string Model,
    string UpdateId,
    string Name,
    string Severity,
    string Owner,
    long Row,
    string Summary);
