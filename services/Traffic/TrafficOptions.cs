using System.ComponentModel.DataAnnotations;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Http;
using MonitoringDemo.Traffic.Live;

namespace MonitoringDemo.Traffic;

/// <summary>Everything tunable in this service; section <c>Traffic</c>.</summary>
public sealed class TrafficOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Traffic";

    /// <summary>The model's name in commands; that of the <see cref="ModelSlot"/>.</summary>
    [Required]
    public string Model { get; set; } = ModelSlot.DefaultModel;

    /// <summary>Where predictions are asked for.</summary>
    [Required]
    public Uri InferenceUrl { get; set; } = new(ServiceAddresses.Inference);

    /// <summary>Where history is sent, when a balancer gives each request to another service: to one of these, for history has an order. By default <see cref="InferenceUrl"/>.</summary>
    public Uri? HistoryUrl { get; set; }

    /// <summary>Whether songs flow by themselves. Off where another driver plays the world, for instance in lockstep.</summary>
    public bool Live { get; set; } = true;

    /// <summary>Decides every song; a data directory keeps the seed that it was begun with.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>Songs a second at the first start; 0 begins paused.</summary>
    [Range(0, 100_000)]
    public double Pace { get; set; } = 100;

    /// <summary>The scenario that a fresh world opens with, right after the history; <c>steady</c> for none.</summary>
    [Required]
    public string OpeningScenario { get; set; } = "decades";

    /// <summary>Songs with known outcomes, on which model 1 is trained.</summary>
    [Range(100, 100_000)]
    public int WarmUp { get; set; } = 5_000;

    /// <summary>Songs of one request, at most.</summary>
    [Range(1, SongSender.MostSongs)]
    public int LargestRequest { get; set; } = SongSender.MostSongs;

    /// <summary>The shortest time between two requests, unless a full one is due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:05", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Tick { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a request may take before it is tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
