using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Snapshot;

/// <summary>The rows that may be learned from: labelled, judged, and in no quarantine.</summary>
internal static class CleanRows
{
    public static bool IsClean(this RowFeed log, RegistryState state, long row) =>
        row < log.JudgedTo && log.Rows!.Holds(row) && log.Rows.IsLabelled(row) && !state.IsQuarantined(row);

    public static int Count(RowFeed log, RegistryState state, long from)
    {
        var count = 0;
        for (var row = Math.Max(from, log.Rows!.First); row < log.JudgedTo; row++)
        {
            if (log.IsClean(state, row)) count++;
        }

        return count;
    }

    /// <summary>Every clean row in [from, to), ascending.</summary>
    public static List<long> Between(RowFeed log, RegistryState state, long from, long to)
    {
        var rows = new List<long>();
        for (var row = Math.Max(from, log.Rows!.First); row < Math.Min(to, log.JudgedTo); row++)
        {
            if (log.IsClean(state, row)) rows.Add(row);
        }

        return rows;
    }

    /// <summary>The newest clean rows, ascending.</summary>
    public static List<long> Newest(RowFeed log, RegistryState state, int count)
    {
        var rows = new List<long>(count);
        for (var row = log.JudgedTo - 1; row >= log.Rows!.First && rows.Count < count; row--)
        {
            if (log.IsClean(state, row)) rows.Add(row);
        }

        rows.Reverse();
        return rows;
    }

    /// <summary>History as it stands, before anything could have been judged.</summary>
    public static List<long> History(RowFeed log, RegistryState state) =>
        [.. Enumerable.Range(0, (int)(log.Rows!.Next - log.Rows.First)).Select(i => log.Rows.First + i).Where(row => log.Rows.Version(row) == 0 && log.Rows.IsLabelled(row) && !state.IsErased(row))];

    public static DataSet ToDataSet(RowFeed log, IReadOnlyList<long> rows)
    {
        var features = log.Schema!.Count;
        var (values, labels) = (new double[rows.Count * features], new byte[rows.Count]);
        for (var i = 0; i < rows.Count; i++)
        {
            log.Rows!.Values(rows[i]).CopyTo(values.AsSpan(i * features, features));
            labels[i] = log.Rows.Label(rows[i]);
        }

        return new DataSet(log.Schema, values, labels, [.. rows]);
    }
}
