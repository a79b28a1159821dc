using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Serving;

/// <summary>The outcomes of one request, those of this process's own rows apart from those that name rows of another's.</summary>
internal readonly ref struct SplitOutcomes
{
    private readonly ReadOnlySpan<long> _othersIds;
    private readonly ReadOnlySpan<byte> _othersLabels;

    private SplitOutcomes(ReadOnlySpan<long> rows, ReadOnlySpan<byte> labels, ReadOnlySpan<long> othersIds, ReadOnlySpan<byte> othersLabels)
    {
        Rows = rows;
        Labels = labels;
        _othersIds = othersIds;
        _othersLabels = othersLabels;
    }

    /// <summary>Its own rows.</summary>
    public ReadOnlySpan<long> Rows { get; }

    /// <summary>Their labels.</summary>
    public ReadOnlySpan<byte> Labels { get; }

    public static SplitOutcomes Of(ReadOnlySpan<long> ids, ReadOnlySpan<byte> labels, Replica replica)
    {
        // Where there is one log, an id is a row of it.
        if (!replica.IsOneOfMany) return new SplitOutcomes(ids, labels, [], []);
        var (own, ownLabels, others, othersLabels) = (new List<long>(), new List<byte>(), new List<long>(), new List<byte>());
        for (var i = 0; i < ids.Length; i++)
        {
            var row = replica.RowOf(ids[i]);
            (row is null ? others : own).Add(row ?? ids[i]);
            (row is null ? othersLabels : ownLabels).Add(labels[i]);
        }

        return new SplitOutcomes(own.ToArray(), ownLabels.ToArray(), others.ToArray(), othersLabels.ToArray());
    }

    /// <summary>What goes into the log: the own ones that are new, then those of others.</summary>
    public OutcomeBatch With(OutcomeBatch own) =>
        _othersIds.IsEmpty ? own : new OutcomeBatch([.. own.Rows, .. _othersIds], [.. own.Labels, .. _othersLabels]);
}
