using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>How the inference log travels over the broker. Section <c>Log</c>.</summary>
public sealed class LogStreamOptions
{
    /// <summary>The section in the configuration.</summary>
    public const string Section = "Log";

    /// <summary>The name of the stream, and of the exchange that feeds it, which the rights of <c>deploy/rabbitmq/definitions.json</c> are made for.</summary>
    public const string DefaultName = "inference-log";

    /// <summary>True when the log comes and goes over a stream of the broker; false when all services read it in one directory.</summary>
    public bool Stream { get; set; }

    /// <summary>The name of the stream and of the exchange that feeds it.</summary>
    [Required]
    [RegularExpression("^[a-z][a-z0-9.-]{0,99}$")]
    public string Name { get; set; } = DefaultName;

    /// <summary>True to ship records packed: all that wait, up to about 1,000 rows, as one compressed message. False to ship each alone and as it stands, which readers of before can read.</summary>
    public bool Compress { get; set; } = true;

    /// <summary>Messages that may be under way to the broker without its confirmation.</summary>
    [Range(1, 10_000)]
    public int Window { get; set; } = 256;

    /// <summary>How long the broker may take to answer or to confirm; then the connection is given up and made anew.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Messages that the broker hands a reader ahead of their being taken.</summary>
    [Range(1, 10_000)]
    public ushort Prefetch { get; set; } = 64;

    /// <summary>The size of the writer's log, in bytes, above which records are deleted although the broker has not confirmed them.</summary>
    [Range(1 << 10, 1L << 44)]
    public long HoldBytes { get; set; } = 4L << 30;

    /// <summary>The size at which a segment of a reader's copy is closed, in bytes.</summary>
    [Range(1 << 10, 1 << 30)]
    public long SegmentBytes { get; set; } = 64L << 20;

    /// <summary>The size above which the oldest segments of a reader's copy are deleted, in bytes.</summary>
    [Range(1 << 10, 1L << 40)]
    public long RetainBytes { get; set; } = 512L << 20;

    /// <summary>The most bytes of messages that could not be read which a reader sets aside; of later ones it keeps only what is known about them.</summary>
    [Range(0, 1L << 40)]
    public long ParkedBytes { get; set; } = 64L << 20;
}
