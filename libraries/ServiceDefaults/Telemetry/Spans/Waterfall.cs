using System.Globalization;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Spans;

/// <summary>A trace as bars under each other, each below the span that it belongs to.</summary>
internal static class Waterfall
{
    /// <summary>Where longer nothing happened, the picture begins anew: a model that serves an hour later would leave a hair of everything else.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(3);

    /// <summary>How the bus begins the name of a message of ours.</summary>
    private const string MessageUrn = "urn:message:MonitoringDemo.Messages.";

    public static Html Of(KeptTrace trace)
    {
        var parts = Parts(trace.Spans);
        var drawn = new List<Html>();
        for (var i = 0; i < parts.Count; i++)
        {
            var (from, to) = (parts[i].Min(span => span.Start), parts[i].Max(span => span.End));
            if (i > 0) drawn.Add(Html.Of($"<p class=\"note\">{Words(from - parts[i - 1].Max(span => span.End))} later</p>\n"));
            drawn.Add(Html.Of($"<div class=\"spans\" role=\"group\" aria-label=\"Spans from {from:HH:mm:ss.fff} on, {Words(to - from)}\">{Html.Join(Ordered(parts[i]).Select(each => Row(each.Span, each.Depth, from, to - from)))}</div>\n"));
        }

        var dropped = trace.Dropped > 0 ? Html.Of($"<p class=\"note\">{trace.Dropped:N0} later spans were not kept.</p>\n") : Html.None;
        return Html.Of($"<h2>Trace <code>{trace.Id}</code></h2>\n{Html.Join(drawn)}{dropped}");
    }

    /// <summary>How long, in the unit that suits it.</summary>
    public static string Words(TimeSpan time) => time.TotalSeconds switch
    {
        < 0.001 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:0} µs"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms"),
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.0} min"),
    };

    private static List<List<KeptSpan>> Parts(IEnumerable<KeptSpan> spans)
    {
        var parts = new List<List<KeptSpan>>();
        var end = DateTimeOffset.MinValue;
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            if (parts.Count == 0 || span.Start > end + _pause) parts.Add([]);
            parts[^1].Add(span);
            if (span.End > end) end = span.End;
        }

        return parts;
    }

    /// <summary>Parents before children, and these by their beginning. Whose parent is not here stands at the left.</summary>
    private static IEnumerable<(KeptSpan Span, int Depth)> Ordered(List<KeptSpan> spans)
    {
        var here = spans.Select(span => span.Id).ToHashSet();
        var children = spans.ToLookup(span => span.Parent is { } parent && here.Contains(parent) ? parent : "");
        var stack = new Stack<(KeptSpan, int)>(children[""].OrderByDescending(span => span.Start).Select(span => (span, 0)));
        while (stack.TryPop(out var next))
        {
            yield return next;
            foreach (var child in children[next.Item1.Id].OrderByDescending(span => span.Start)) stack.Push((child, next.Item2 + 1));
        }
    }

    private static Html Row(KeptSpan span, int depth, DateTimeOffset from, TimeSpan length)
    {
        var (left, wide) = length > TimeSpan.Zero ? ((span.Start - from) / length * 100, span.Took / length * 100) : (0, 100);
        var tags = Html.Join(span.Tags.Select(tag => Html.Of($"<li><code>{tag.Key} = {tag.Value}</code></li>")));
        return Html.Of($"""
            <details><summary><span class="name" style="padding-left:{Math.Min(depth, 12) * 0.9:0.#}rem">{span.Name.Replace(MessageUrn, "", StringComparison.Ordinal)} <span class="note">{span.Kind}</span></span><span class="track"><span class="{(span.HasFailed ? "took wrong" : "took")}" style="margin-left:{Math.Clamp(left, 0, 99.5):0.##}%;width:{Math.Max(wide, 0.3):0.##}%"></span></span><span class="number">{Words(span.Took)}</span></summary>
            <ul class="note"><li>{Words(span.Start - from)} after the first, {span.Start:HH:mm:ss.fff} UTC, measured by {span.Source}</li>{tags}</ul></details>

            """);
    }
}
