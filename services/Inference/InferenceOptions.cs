using System.ComponentModel.DataAnnotations;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Inference;

/// <summary>Everything tunable in this service; section <c>Inference</c>.</summary>
public sealed class InferenceOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Inference";

    /// <summary>The name of a process that serves alone.</summary>
    public const string OnlyInstance = "inference-1";

    /// <summary>The model's name in answers, messages and metrics; that of the <see cref="ModelSlot"/>.</summary>
    [Required]
    public string Model { get; set; } = ModelSlot.DefaultModel;

    /// <summary>Another system serves the model and sends what it answered; set by <see cref="ModelSlot.ServedSetting"/>.</summary>
    public bool ServedElsewhere { get; set; }

    /// <summary>The name under which this process signs its events, no two the same. By default <see cref="OnlyInstance"/> or, where the log travels over a stream, one with the number of the log.</summary>
    [MinLength(1)]
    public string? Instance { get; set; }

    /// <summary>The largest request body, in bytes.</summary>
    [Range(1 << 10, 64 << 20)]
    public int MaxBodyBytes { get; set; } = 4 << 20;

    /// <summary>The most rows that one prediction request may carry.</summary>
    [Range(1, 10_000)]
    public int MaxInstances { get; set; } = 1_000;

    /// <summary>The most rows that one history request may carry.</summary>
    [Range(1, 100_000)]
    public int MaxHistoryRows { get; set; } = 10_000;

    /// <summary>What becomes of a prediction row with a field that the schema does not know: <c>Refuse</c>, or <c>Pass</c> to answer it without the field and name the field in <c>GET /v1/model</c>. One that is missing is refused either way.</summary>
    [EnumDataType(typeof(UnknownFields))]
    public UnknownFields UnknownFields { get; set; }

    /// <summary>How many requests with a <c>requestId</c> are remembered, so that repeating one gives the first answer.</summary>
    [Range(1, 1_000_000)]
    public int RememberedRequests { get; set; } = 10_000;

    /// <summary>The size at which a segment of the log is closed.</summary>
    [Range(1 << 10, 1 << 30)]
    public long SegmentBytes { get; set; } = 64L << 20;

    /// <summary>The size above which the oldest segments of the log are deleted.</summary>
    [Range(1 << 10, 1L << 40)]
    public long RetainBytes { get; set; } = 512L << 20;

    /// <summary>The age from which rows of the log are deleted; zero for never. Whole segments go, so that a row may stay a quarter longer, and without new rows none goes before the next start.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetainFor { get; set; }

    /// <summary><c>EveryBatch</c> makes every answer wait for the disk, so that it survives loss of power.</summary>
    public FlushMode Flush { get; set; } = FlushMode.Never;

    /// <summary>Where models are asked for, by their hashes, when this service shares no directory with retraining; null where it does. What was got is kept under <c>registry</c> of its own data directory.</summary>
    public Uri? RegistryUrl { get; set; }

    /// <summary>How long to wait for a release before asking for it again, while no model is loaded.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Where several processes serve: how long to wait between two looks at what the registry has in force. By these looks the registry knows which processes live.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan CompareEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Where several processes serve: how long this one may know of a release without serving it; then it says that it is not ready. What it refused it tries again as often.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan MayLagFor { get; set; } = TimeSpan.FromSeconds(30);
}
