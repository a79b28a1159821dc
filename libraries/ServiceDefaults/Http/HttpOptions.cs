using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.ServiceDefaults.Http;

/// <summary>Limits of the web server. Section <c>Http</c>.</summary>
public sealed class HttpOptions
{
    /// <summary>The section in the configuration.</summary>
    public const string Section = "Http";

    /// <summary>A larger request body gets a 413; an endpoint may set a limit of its own.</summary>
    [Range(1024, 1L << 30)]
    public long MaxRequestBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How long requests under way may take to end when the service stops.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
