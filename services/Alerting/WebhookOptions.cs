namespace MonitoringDemo.Alerting;

/// <summary>Section <c>Alerting:Webhook</c>. Give the address through the environment: it often holds a secret.</summary>
public sealed class WebhookOptions
{
    /// <summary>Where alerts are posted as JSON; without it the channel is off.</summary>
    public Uri? Url { get; set; }

    /// <summary>Sent as a bearer token when set. From a file or the environment, never from the repository.</summary>
    public string? Token { get; set; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);
}
