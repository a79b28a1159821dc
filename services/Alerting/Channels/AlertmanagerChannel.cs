using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using MonitoringDemo.Alerting.Show;

namespace MonitoringDemo.Alerting.Channels;

/// <summary>Posts to the API (v2) of an Alertmanager at <c>Alerting:Alertmanager:Url</c>, where the alerts of Prometheus' rules arrive as well: one inbox, one set of routes and silences.</summary>
internal sealed class AlertmanagerChannel : IAlertChannel, IDisposable
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly AlertmanagerOptions _options;
    private readonly AlertsShown _shown;
    private readonly TimeProvider _time;
    private readonly HttpPost _post;
    private readonly SemaphoreSlim _one = new(1, 1);

    public AlertmanagerChannel(IOptions<AlertingOptions> options, AlertsShown shown, TimeProvider time)
    {
        (_options, _shown, _time) = (options.Value.Alertmanager, shown, time);
        _post = new HttpPost("Alertmanager", "Alerting:Alertmanager", _options.Token, _options.Timeout);
    }

    public string Name => "alertmanager";

    public bool IsEnabled => _options.Url is not null;

    public async Task DeliverAsync(AlertNotification notification, CancellationToken cancellationToken)
    {
        var isOver = notification.Event == "resolved";
        await PostAsync(() =>
        [
            // An end is told without its beginning, which is known there; its summary says why it is over.
            new AlertmanagerAlert(
                Labels(notification.Name, notification.Severity, notification.Owner, notification.Model, notification.UpdateId),
                Annotations(notification.Name, notification.Summary, notification.UpdateId),
                isOver ? null : notification.Time,
                isOver ? notification.Time : _time.GetUtcNow() + _options.KeepFor),
        ], cancellationToken);
    }

    /// <summary>Tells again what is open: Alertmanager keeps alerts in memory, and hears in time that they still hold.</summary>
    public Task RepeatAsync(CancellationToken cancellationToken) => PostAsync(
        () =>
        [
            .. _shown.Alerts.Where(alert => alert.IsOpen).Select(alert => new AlertmanagerAlert(
                Labels(alert.Name, alert.Severity, alert.Owner, alert.Model, alert.UpdateId), Annotations(alert.Name, alert.Summary, alert.UpdateId), null, _time.GetUtcNow() + _options.KeepFor)),
        ],
        cancellationToken);

    public void Dispose()
    {
        _post.Dispose();
        _one.Dispose();
    }

    // One at a time, and what is open is looked up in turn: else a repeat that is late would raise again what has just been resolved.
    private async Task PostAsync(Func<AlertmanagerAlert[]> alerts, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (alerts() is { Length: > 0 } some)
                await _post.SendAsync(new Uri(_options.Url!.AbsoluteUri.TrimEnd('/') + "/api/v2/alerts"), JsonContent.Create(some, options: _json), null, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    // By these it knows an alert again: they are the same when it is raised, repeated and resolved.
    private static Dictionary<string, string> Labels(string name, string severity, string owner, string model, string incident) => new()
    {
        ["alertname"] = name,
        ["severity"] = severity,
        ["team"] = owner,
        ["model"] = model,
        ["incident"] = incident,
    };

    private static Dictionary<string, string> Annotations(string name, string summary, string incident) => new()
    {
        ["summary"] = summary,
        ["runbook_url"] = $"docs/runbooks/{name}.md",
        ["report"] = AlertNotification.PathOfReport(incident),
        ["dashboard"] = "/d/monitoringdemo-loop",
    };
}
