using Microsoft.Extensions.Options;

namespace MonitoringDemo.Alerting;

/// <summary>What annotations cannot say. It names the field, and never shows the address: it may hold a secret.</summary>
internal sealed class AlertingOptionsValidator : IValidateOptions<AlertingOptions>
{
    private static readonly TimeSpan _longestAttempt = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, AlertingOptions options)
    {
        var wrong = Address("Webhook", options.Webhook.Url, "https://hooks.example.org/alerts") ?? Timeout("Webhook", options.Webhook.Timeout)
            ?? Address("Alertmanager", options.Alertmanager.Url, "http://127.0.0.1:9093") ?? Timeout("Alertmanager", options.Alertmanager.Timeout)
            ?? Repeating(options.Alertmanager)
            ?? (options.LongestRetryAfter < options.FirstRetryAfter ? "LongestRetryAfter must not be shorter than Alerting:FirstRetryAfter." : null);
        return wrong is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail($"{AlertingOptions.Section}:{wrong}");
    }

    private static string? Address(string channel, Uri? url, string example) =>
        url is null || (url.IsAbsoluteUri && url.Scheme is "http" or "https") ? null : $"{channel}:Url must be an absolute http or https address, for instance {example}.";

    private static string? Timeout(string channel, TimeSpan timeout) =>
        timeout > TimeSpan.Zero && timeout <= _longestAttempt ? null : $"{channel}:Timeout must lie between 0 (exclusive) and 1 minute, for instance 00:00:05.";

    private static string? Repeating(AlertmanagerOptions options) =>
        options.RepeatEvery >= TimeSpan.FromSeconds(1) && options.KeepFor >= 2 * options.RepeatEvery ? null : "Alertmanager:RepeatEvery must be at least 00:00:01, and Alerting:Alertmanager:KeepFor at least twice as long.";
}
