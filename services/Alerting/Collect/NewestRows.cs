using System.Collections.Concurrent;

namespace MonitoringDemo.Alerting.Collect;

/// <summary>How far each model's stream has come, also while nothing happens: the clock by which alerts age. Not saved: the next measurement says it again.</summary>
internal sealed class NewestRows
{
    private readonly ConcurrentDictionary<string, long> _rows = new(StringComparer.Ordinal);

    public void Seen(string model, long row) => _rows.AddOrUpdate(model, row, (_, known) => Math.Max(known, row));

    /// <summary>0 for a model that nothing was heard of.</summary>
    public long Of(string model) => _rows.GetValueOrDefault(model);
}
