using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Drift.Monitoring.Rows;

namespace MonitoringDemo.Drift.Monitoring.Quality;

/// <summary>Remembers of every feature the spells in which it was missing, from history on, and tells its profile how much of that is usual.</summary>
internal sealed class SpellWatch
{
    // Two that are missing among the newest few begin no spell yet.
    private const int FewMissing = 2;

    private readonly IReadOnlyList<FeatureProfile> _profiles;
    private readonly Spells[] _spells;
    private readonly double[] _newest;
    private long _to;

    public SpellWatch(IReadOnlyList<FeatureProfile> profiles, MonitorOptions options)
    {
        _profiles = profiles;
        _spells = [.. profiles.Select(_ => new Spells(options.QualityWindow))];
        _newest = new double[options.QualityStep];
    }

    /// <summary>Takes the newest rows, each of them once; at the first look all that is kept of history.</summary>
    /// <param name="summaries">The newest rows of each feature, counted.</param>
    public void Take(RowRing ring, ReadOnlySpan<BlockSummary> summaries)
    {
        var (from, count) = (Math.Max(_to, ring.First), (int)(ring.Next - Math.Max(_to, ring.First)));
        var isStep = count <= _newest.Length;
        var values = isStep ? _newest.AsSpan(0, count) : new double[count];
        for (var f = 0; f < _spells.Length; f++)
        {
            if (isStep && summaries[f].Missing <= FewMissing && _spells[f].Open == 0) continue;
            ring.Gather(f, from, values);
            if (_spells[f].Take(values, from)) _profiles[f].SpellRows = _spells[f].Usual(ring.Next);
        }

        _to = ring.Next;
    }

    /// <summary>Lets old spells be forgotten.</summary>
    /// <param name="next">The row that comes next.</param>
    public void Renew(long next)
    {
        for (var f = 0; f < _spells.Length; f++) _profiles[f].SpellRows = _spells[f].Usual(next);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_to);
        foreach (var spells in _spells) spells.Save(writer);
    }

    public void Restore(BinaryReader reader)
    {
        _to = reader.ReadInt64();
        foreach (var spells in _spells) spells.Restore(reader);
    }
}
