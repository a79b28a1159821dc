namespace MonitoringDemo.Alerting;

/// <summary>Section <c>Alerting:Alertmanager</c>.</summary>
public sealed class AlertmanagerOptions
{
    /// <summary>Where Alertmanager listens, for instance <c>http://127.0.0.1:9093</c>; without it the channel is off.</summary>
    public Uri? Url { get; set; }

    /// <summary>Sent as a bearer token when set. From a file or the environment, never from the repository.</summary>
    public string? Token { get; set; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long Alertmanager keeps an alert of which it hears no more: for so long this service may be gone before what is open is taken for resolved.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often what is open is told again, because Alertmanager forgets it when it is started anew.</summary>
    public TimeSpan RepeatEvery { get; set; } = TimeSpan.FromMinutes(1);
}
