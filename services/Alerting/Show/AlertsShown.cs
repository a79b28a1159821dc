using MonitoringDemo.Alerting.Raise;

namespace MonitoringDemo.Alerting.Show;

/// <summary>The alerts as last saved; the pump replaces them, requests read them.</summary>
internal sealed class AlertsShown
{
    private volatile IReadOnlyList<Alert> _alerts = [];

    public IReadOnlyList<Alert> Alerts => _alerts;

    public void Show(IReadOnlyList<Alert> alerts) => _alerts = [.. alerts];
}
