using Microsoft.Extensions.Options;

namespace MonitoringDemo.Alerting.Channels;

/// <summary>Posts each notification as JSON to <c>Alerting:Webhook:Url</c>. The header <c>Idempotency-Key</c> lets the receiver drop a repeat.</summary>
internal sealed class WebhookChannel : IAlertChannel, IDisposable
{
    private readonly WebhookOptions _options;
    private readonly HttpPost _post;

    public WebhookChannel(IOptions<AlertingOptions> options)
    {
        _options = options.Value.Webhook;
        _post = new HttpPost("The webhook", "Alerting:Webhook", _options.Token, _options.Timeout);
    }

    public string Name => "webhook";

    public bool IsEnabled => _options.Url is not null;

    public Task DeliverAsync(AlertNotification notification, CancellationToken cancellationToken) =>
        _post.SendAsync(_options.Url!, JsonContent.Create(notification), notification.Key, cancellationToken);

    public void Dispose() => _post.Dispose();
}
