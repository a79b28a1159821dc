namespace MonitoringDemo.ServiceDefaults.Messaging.Parking;

/// <summary>What a parked message says about itself, beside the <c>x-death</c> of those that the broker parked.</summary>
internal static class ParkedHeaders
{
    /// <summary>The queue in which it lay.</summary>
    public const string From = "parked-from";

    /// <summary>Why it was parked, in words.</summary>
    public const string Reason = "parked-reason";

    /// <summary>When, in seconds of Unix time.</summary>
    public const string At = "parked-at";

    /// <summary>The broker's own.</summary>
    public const string Death = "x-death";

    /// <summary>Whether a header is there because the message was parked: none of these goes back to the queue with it.</summary>
    public static bool IsOne(string name) =>
        name.StartsWith("parked-", StringComparison.Ordinal) || name is Death or "x-delivery-count" or "x-acquired-count" || name.StartsWith("x-first-death-", StringComparison.Ordinal) || name.StartsWith("x-last-death-", StringComparison.Ordinal);
}
