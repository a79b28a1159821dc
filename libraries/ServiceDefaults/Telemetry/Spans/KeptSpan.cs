using System.Diagnostics;
using System.Globalization;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Spans;

/// <summary>A span that has ended.</summary>
/// <param name="Id">Its id, in hexadecimal.</param>
/// <param name="Parent">The id of the span above it, which may be of another process; null for none.</param>
/// <param name="Name">What was done.</param>
/// <param name="Kind">internal, server, client, producer or consumer.</param>
/// <param name="Source">Who measured it.</param>
/// <param name="Start">When it began.</param>
/// <param name="Took">How long it took.</param>
/// <param name="HasFailed">Whether it says that it failed.</param>
/// <param name="Tags">Its attributes.</param>
public sealed record KeptSpan(string Id, string? Parent, string Name, string Kind, string Source, DateTimeOffset Start, TimeSpan Took, bool HasFailed, IReadOnlyList<KeyValuePair<string, string>> Tags)
{
    /// <summary>When it ended.</summary>
    public DateTimeOffset End => Start + Took;

    internal static KeptSpan Of(Activity span) => new(
        span.SpanId.ToHexString(),
        span.ParentSpanId == default ? null : span.ParentSpanId.ToHexString(),
        span.DisplayName,
        span.Kind.ToString().ToLowerInvariant(),
        span.Source.Name,
        new DateTimeOffset(span.StartTimeUtc, TimeSpan.Zero),
        span.Duration,
        span.Status == ActivityStatusCode.Error,
        [.. span.TagObjects.Select(tag => KeyValuePair.Create(tag.Key, Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? ""))]);
}
