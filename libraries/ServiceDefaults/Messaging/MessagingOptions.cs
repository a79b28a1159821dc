using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>How the bus is used over a broker. Section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary>The section in the configuration.</summary>
    public const string Section = "Messaging";

    /// <summary>How long the broker may take to confirm one message; then publishing it fails. Without an end it would hang for ever where a right is missing.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait before the broker is asked once more whether this process may do what it has to.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the service looks at its queues on the broker: who consumes them, and what is parked.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LookAtQueuesEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often this process and the broker show each other that they live, in whole seconds; after two such times without a sign the broker hands what it had given out to another.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a message waits whose consumer found the disk full, before it is tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan FullDiskAgainAfter { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often it is tried; then it is parked. The broker gives a consumer half an hour for a message, unless it is told otherwise.</summary>
    [Range(0, 10_000)]
    public int FullDiskTries { get; set; } = 200;

    /// <summary>A PEM file with the certificate authority that signed the broker's certificate: then no other is trusted. By default those that the machine trusts are.</summary>
    public string? CertificateAuthority { get; set; }
}
