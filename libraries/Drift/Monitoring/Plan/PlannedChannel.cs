using System.Globalization;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;

namespace MonitoringDemo.Drift.Monitoring.Plan;

/// <summary>One planned test on one stream: what it said last, and the finding or the advice that came of it.</summary>
internal abstract class PlannedChannel(PlannedTest plan, string on, int column)
{
    /// <summary>In place of a column: many features at once.</summary>
    public const int Many = -3;

    /// <summary>In place of a column: the champion's answers.</summary>
    public const int Errors = -2;

    /// <summary>In place of a column: the champion's score.</summary>
    public const int Scores = -1;

    private DriftFinding? _finding;

    public PlannedTest Plan => plan;

    /// <summary>The feature's index, <see cref="Scores"/>, <see cref="Errors"/> or <see cref="Many"/>.</summary>
    public int Column => column;

    /// <summary>What an advisory test says now; null while it is silent.</summary>
    public Advice? Advice { get; private set; }

    protected bool IsOpen => _finding is not null || Advice is not null;

    /// <summary>Another champion serves from this row on.</summary>
    public virtual void Rebase(RowRing ring, long row, long trainedFrom, long trainedTo, FindingBook book)
    {
        // Whether the answers are right again is not said by a change of model.
        if (column != Errors) Close(ring, book);
    }

    public virtual void Save(BinaryWriter writer)
    {
        writer.Write(_finding?.Id ?? "");
        writer.Write(Advice is not null);
        if (Advice is null) return;
        writer.Write(Advice.Row);
        writer.Write(Advice.Statistic);
    }

    public virtual void Restore(BinaryReader reader, FindingBook book)
    {
        _finding = book.Find(reader.ReadString());
        Advice = reader.ReadBoolean() ? new Advice(plan.Test, on, reader.ReadInt64(), reader.ReadDouble()) : null;
    }

    protected void Open(RowRing ring, long since, double statistic, double threshold, FindingBook book)
    {
        var row = ring.Next - 1;
        if (plan.IsAdvisory)
        {
            Advice = new Advice(plan.Test, on, row, statistic);
            return;
        }

        var kind = column == Errors ? DriftFindingKind.RealisedPerformance : DriftFindingKind.DataDrift;
        var what = column switch { Errors => "The answers are", Many => $"{on} are, together,", Scores => "The model's score is", _ => $"{on} is" };
        _finding = new DriftFinding(
            FindingIds.For(row, kind, $"{on}-{plan.Test}"), row, kind, column is Errors or Scores ? null : on, plan.Test, statistic, threshold, since, since, ring.Next,
            string.Create(CultureInfo.InvariantCulture, $"{what} not what {(column is Errors or Many ? "they were" : "it was")} since about row {since:N0}, says {plan.Test} (a false alarm in {plan.RowsToFalseAlarm:N0} rows)."))
        {
            OnsetFrom = since,
            OnsetTo = row,
        };
        book.Add(_finding);
    }

    protected void Close(RowRing ring, FindingBook book)
    {
        Advice = null;
        if (_finding is not { } finding) return;
        book.End(finding, ring.Next, ring.Next);
        _finding = null;
    }
}
