using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MonitoringDemo.ServiceDefaults.Http;

/// <summary>Warns callers that what answered them is on its way out: <c>Deprecation</c> (RFC 9745, seconds since 1970) and <c>Sunset</c> (RFC 8594, a date of HTTP).</summary>
public sealed class EndOfLife
{
    private readonly string _deprecation;
    private readonly string? _sunset;

    /// <param name="since">Since when it is deprecated.</param>
    /// <param name="sunset">From when on it may be gone; null when that is open.</param>
    public EndOfLife(DateTimeOffset since, DateTimeOffset? sunset)
    {
        _deprecation = string.Create(CultureInfo.InvariantCulture, $"@{since.ToUnixTimeSeconds()}");
        _sunset = sunset?.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Sets the headers of an answer that has not begun.</summary>
    public void Tell(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers["Deprecation"] = _deprecation;
        if (_sunset is not null) response.Headers["Sunset"] = _sunset;
    }
}
