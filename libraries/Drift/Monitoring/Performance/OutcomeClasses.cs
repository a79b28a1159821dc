using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>What happens, class by class: the rare one of two classes; of more, how frequent each is, and in which of them answers are wrong.</summary>
internal sealed class OutcomeClasses
{
    private readonly OutcomeShareWatch[] _shares;
    private readonly ClassErrors? _errors;

    public OutcomeClasses(MonitorOptions options, ITask task, string outcome)
    {
        _shares = task.Classes == 2
            ? [new OutcomeShareWatch(options, outcome)]
            : [.. task.ClassNames.Select((name, label) => new OutcomeShareWatch(options, $"{outcome}={name}", ((byte)label, $"'{name}'", task.Classes)))];
        _errors = task.Classes == 2 ? null : new ClassErrors(task);
    }

    /// <summary>Takes the outcomes of history.</summary>
    public void Known(ReadOnlySpan<byte> labels)
    {
        foreach (var share in _shares) share.Known(labels);
    }

    /// <summary>Another champion serves.</summary>
    public void Rebase(long row, long trainedTo, RowRing ring, FindingBook book)
    {
        foreach (var share in _shares) share.Rebase(row, trainedTo, ring, book);
    }

    public void Take(long row, byte label, bool wrong, RowRing ring, FindingBook book)
    {
        _errors?.Add(row, label, wrong);
        foreach (var share in _shares) share.Take(row, label, ring, book);
    }

    /// <summary>Which class a fall since a row is about, as the end of a sentence; empty where there are two, or none stands out.</summary>
    public string WordsSince(long onset) => _errors?.WordsSince(onset) ?? "";

    public void Save(BinaryWriter writer)
    {
        foreach (var share in _shares) share.Save(writer);
        _errors?.Save(writer);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        foreach (var share in _shares) share.Restore(reader, book);
        _errors?.Restore(reader);
    }
}
