using System.Globalization;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>The newest outcomes with their class: where, of many classes, the answers became wrong.</summary>
internal sealed class ClassErrors(ITask task)
{
    private const int Kept = 5_000;
    private const int LeastRows = 20;

    private readonly Queue<(long Row, byte Label, bool Wrong)> _newest = new(Kept);

    public void Add(long row, byte label, bool wrong)
    {
        if (label >= task.Classes) return;
        if (_newest.Count == Kept) _newest.Dequeue();
        _newest.Enqueue((row, label, wrong));
    }

    /// <summary>The class that adds most wrong answers since a row, against what it had before; empty where too little is known.</summary>
    public string WordsSince(long onset)
    {
        var (before, since) = (new (int Rows, int Wrong)[task.Classes], new (int Rows, int Wrong)[task.Classes]);
        foreach (var (row, label, wrong) in _newest)
        {
            ref var count = ref (row < onset ? before : since)[label];
            count = (count.Rows + 1, count.Wrong + (wrong ? 1 : 0));
        }

        var (most, worst) = (0.0, -1);
        for (var k = 0; k < task.Classes; k++)
        {
            if (before[k].Rows < LeastRows || since[k].Rows < LeastRows) continue;
            var more = since[k].Wrong - (since[k].Rows * Share(before[k]));
            if (more > most) (most, worst) = (more, k);
        }

        return worst < 0 ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $" Most of it where '{task.NameOf((byte)worst)}' happened: {ShareWords.Of(Share(since[worst]))} wrong, and it was {ShareWords.Of(Share(before[worst]))}.");
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_newest.Count);
        foreach (var (row, label, wrong) in _newest)
        {
            writer.Write(row);
            writer.Write(label);
            writer.Write(wrong);
        }
    }

    public void Restore(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--) _newest.Enqueue((reader.ReadInt64(), reader.ReadByte(), reader.ReadBoolean()));
    }

    private static double Share((int Rows, int Wrong) count) => (double)count.Wrong / count.Rows;
}
