using MonitoringDemo.Drift.Channels;

namespace MonitoringDemo.Drift.Monitoring.Distribution;

/// <summary>The fine bins of a reference put together to a few of about equal size, for people and for the stability index.</summary>
internal sealed class BinGroups
{
    private readonly int[] _group;

    public BinGroups(ReferenceDistribution reference, int groups)
    {
        _group = new int[reference.Bins];
        var (below, count, last) = (0.0, 0, -1);
        for (var bin = 0; bin < reference.Bins; bin++)
        {
            // Categories keep a bin each; those of missing values and of what the reference never held stand alone.
            var wanted = reference.IsOrdered && bin < reference.Missing && reference.Counts[bin] > 0
                ? Math.Min(groups - 1, (int)((below + reference.OrderedShare(bin) / 2) * groups))
                : groups + bin;
            if (wanted != last) count++;
            (_group[bin], last) = (count - 1, wanted);
            if (bin < reference.Missing) below += reference.OrderedShare(bin);
        }

        Reference = new int[count];
        Put(reference.Counts, Reference);
    }

    public int Count => Reference.Length;

    public int[] Reference { get; }

    /// <summary>Adds the counts of fine bins to those of their groups.</summary>
    public void Put(ReadOnlySpan<int> bins, Span<int> groups)
    {
        for (var bin = 0; bin < bins.Length; bin++) groups[_group[bin]] += bins[bin];
    }
}
