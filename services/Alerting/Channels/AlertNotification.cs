namespace MonitoringDemo.Alerting.Channels;

/// <summary>One thing to tell people: an alert was raised, or it was resolved.</summary>
/// <param name="Key">Unique per thing to tell and repeatable: a second delivery after a crash carries the same key.</param>
/// <param name="Event"><c>raised</c> or <c>resolved</c>.</param>
/// <param name="AlertId">The alert.</param>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident that the alert is grouped under.</param>
/// <param name="Name">What kind of alert, for instance <c>DataQualityBroken</c>.</param>
/// <param name="Severity">info, warning or critical.</param>
/// <param name="Owner">Who has to act: data-owner, model-owner or platform.</param>
/// <param name="Row">The row of the event behind it.</param>
/// <param name="Summary">One sentence, for a person.</param>
/// <param name="Time">When it was raised or resolved.</param>
public sealed record AlertNotification(
    string Key,
    string Event,
    string AlertId,
    string Model,
    string UpdateId,
    string Name,
    string Severity,
    string Owner,
    long Row,
    string Summary,
    DateTimeOffset Time)
{
    /// <summary>Where the control room leads to the report about the incident; its address goes before it.</summary>
    public string Report => PathOfReport(UpdateId);

    internal static string PathOfReport(string incident) => $"/incidents/{Uri.EscapeDataString(incident)}/report";
}
