using Microsoft.Extensions.Options;

namespace MonitoringDemo.Alerting;

/// <summary>What annotations cannot say. It names the field, and never shows the address: it may hold a secret.</summary>
internal sealed class AlertingOptionsValidator : IValidateOptions<AlertingOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertingOptions options)
    {
        if (options.Webhook.Url is { } url && !(url.IsAbsoluteUri && url.Scheme is "http" or "https"))
            return ValidateOptionsResult.Fail("Alerting:Webhook:Url must be an absolute http or https address, for instance https://hooks.example.org/alerts.");

        if (options.Webhook.Timeout <= TimeSpan.Zero || options.Webhook.Timeout > TimeSpan.FromMinutes(1))
            return ValidateOptionsResult.Fail("Alerting:Webhook:Timeout must lie between 0 (exclusive) and 1 minute, for instance 00:00:05.");

        return options.LongestRetryAfter < options.FirstRetryAfter
            ? ValidateOptionsResult.Fail("Alerting:LongestRetryAfter must not be shorter than Alerting:FirstRetryAfter.")
            : ValidateOptionsResult.Success;
    }
}
