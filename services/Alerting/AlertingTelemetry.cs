using System.Diagnostics.Metrics;
using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.Alerting.Show;

namespace MonitoringDemo.Alerting;

/// <summary>Every metric name of this service. Counters start at 0 for each label set, so that the first event shows as an increase.</summary>
internal sealed class AlertingTelemetry : IDisposable
{
    public const string MeterName = "MonitoringDemo.Alerting";
    public const string Delivered = "delivered";
    public const string Failed = "failed";
    public const string Dropped = "dropped";
    public const string Refused = "refused";

    private readonly Meter _meter;
    private readonly Counter<long> _alerts;
    private readonly Counter<long> _notifications;

    public AlertingTelemetry(IMeterFactory meters, AlertsShown shown)
    {
        _meter = meters.Create(MeterName);
        _alerts = _meter.CreateCounter<long>("mlops_alerts", "", "Alerts raised; one per kind and incident.");
        _notifications = _meter.CreateCounter<long>("mlops_notifications", "", "Attempts to tell people, by channel and how it went.");
        _meter.CreateObservableGauge("mlops_alerts_open", () => Open(shown.Alerts), "", "Alerts that are open.");
        foreach (var rule in AlertRules.All)
            Count(rule.Name, rule.Severity, 0);
    }

    public void AlertRaised(Alert alert) => Count(alert.Name, alert.Severity, 1);

    public void Channel(string channel)
    {
        foreach (var outcome in new[] { Delivered, Failed, Dropped, Refused })
            Notification(channel, outcome, 0);
    }

    public void Notification(string channel, string outcome, long count = 1) =>
        _notifications.Add(count, new("channel", channel), new("outcome", outcome));

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<int>> Open(IReadOnlyList<Alert> alerts)
    {
        var open = alerts.Where(alert => alert.IsOpen).CountBy(alert => alert.Name).ToDictionary();
        return AlertRules.All.Select(rule => new Measurement<int>(open.GetValueOrDefault(rule.Name), new("alert", rule.Name), new("severity", rule.Severity)));
    }

    private void Count(string alert, string severity, long count) =>
        _alerts.Add(count, new("alert", alert), new("severity", severity));
}
