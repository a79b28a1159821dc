using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Alerting;

/// <summary>Section <c>Alerting</c>.</summary>
public sealed class AlertingOptions
{
    public const string Section = "Alerting";

    /// <summary>The pause after the first failed delivery; each further one doubles it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan FirstRetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two attempts.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a notification is tried that a receiver refuses for good; then it is given up and counted, and the next one goes out.</summary>
    [Range(1, 100)]
    public int MostRefusals { get; set; } = 3;

    /// <summary>Deliveries kept per channel that takes none; past it the oldest is dropped and counted. The alert itself stays.</summary>
    [Range(1, 100_000)]
    public int PendingPerChannel { get; set; } = 1_000;

    /// <summary>An alert about one attempt (a rejection, a roll-back) is no longer news after so many rows, and is resolved.</summary>
    [Range(1, 100_000_000)]
    public int AttemptIsNewsForRows { get; set; } = 5_000;

    /// <summary>Seed of the jitter that keeps many instances from retrying in step.</summary>
    public long JitterSeed { get; set; } = 1;

    public WebhookOptions Webhook { get; set; } = new();

    public AlertmanagerOptions Alertmanager { get; set; } = new();
}
