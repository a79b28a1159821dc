using System.Collections.Concurrent;

namespace MonitoringDemo.ServiceDefaults.Telemetry;

/// <summary>Which series the page need not show any longer, because what they count is gone: a version that is no longer loaded would keep its own for ever.</summary>
/// <remarks>They are shown once more, so that what was counted last is seen, and then dropped. What comes back counts from 0, as after a restart.</remarks>
public sealed class RetiredSeries
{
    private readonly ConcurrentDictionary<(string Family, string Label, string Value), bool> _shown = new();

    /// <summary>What the series with that label counted is gone.</summary>
    /// <param name="family">The instrument's name.</param>
    /// <param name="label">A label.</param>
    /// <param name="value">Its value in the series concerned.</param>
    public void Retire(string family, string label, string value) => _shown.TryAdd((family, label, value), false);

    /// <summary>It is there again.</summary>
    /// <inheritdoc cref="Retire"/>
    public void Return(string family, string label, string value) => _shown.TryRemove((family, label, value), out _);

    /// <summary>Those that have been shown once since they were retired; asked once a collection.</summary>
    internal IReadOnlyList<(string Family, string Label, string Value)> Due()
    {
        var due = new List<(string Family, string Label, string Value)>();
        foreach (var (series, shown) in _shown)
        {
            if (!shown) _shown.TryUpdate(series, true, false);
            else if (_shown.TryRemove(series, out _)) due.Add(series);
        }

        return due;
    }
}
