using MonitoringDemo.Drift.Monitoring.Distribution;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Performance;
using MonitoringDemo.Drift.Monitoring.Plan;
using MonitoringDemo.Drift.Monitoring.Quality;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>Everything that looks at the rows, asked in an order in which each knows what the one before it has found: what is broken is no drift.</summary>
internal sealed class Watches
{
    private readonly QualityWatch _quality;
    private readonly DriftWatch _drift;
    private readonly PerformanceWatch _performance;
    private readonly EstimateWatch _estimate;
    private readonly OutcomeFlowWatch _flow;
    private readonly OutcomeBiasWatch _bias;
    private readonly AgeWatch _age;
    private readonly PlannedWatch _planned;
    private readonly Func<int, bool> _isTolerated;

    public Watches(FeatureSchema schema, MonitorOptions options, IReadOnlyList<IDataQualityCheck> checks, IReadOnlyList<IRowQualityCheck> rowChecks, TestCatalog catalog)
    {
        _quality = new QualityWatch(schema, options, checks, rowChecks, options.FalseFindingBudget * FalseFindingShares.Quality);
        _isTolerated = _quality.IsTolerated;
        _drift = new DriftWatch(schema, options);
        _performance = new PerformanceWatch(options, schema.Task, schema.Label);
        _estimate = new EstimateWatch(options, schema.Task);
        _flow = new OutcomeFlowWatch(options);
        _bias = new OutcomeBiasWatch(options, schema.Task, schema.Label);
        _age = new AgeWatch(options);
        _planned = new PlannedWatch(schema, options, catalog);
    }

    /// <summary>What advisory tests say now.</summary>
    public IReadOnlyList<Advice> Advice => _planned.Advice;

    public bool IsAnythingBroken => _quality.IsAnythingBroken;

    /// <summary>Outcomes of rows from before the first model.</summary>
    public void Known(ReadOnlySpan<byte> labels) => _performance.Known(labels);

    /// <summary>History has ended: the first champion is about to serve.</summary>
    public void Begin() => _quality.Begin();

    /// <summary>Another champion serves from this row on.</summary>
    public void Rebase(RowRing ring, long row, long trainedFrom, long trainedTo, FindingBook book, ReadOnlySpan<double> importance, HeldOutErrors heldOut)
    {
        _quality.Weigh(ring, importance);
        _drift.Rebase(ring, row, trainedFrom, trainedTo, book, importance);
        _performance.Rebase(row, trainedTo, heldOut, ring, book);
        _estimate.Rebase(Math.Max(row, ring.Next));
        _age.Rebase(ring, trainedTo, book);
        _planned.Rebase(ring, row, trainedFrom, trainedTo, book);
    }

    /// <summary>The owner of the data says that what was found is well as it is.</summary>
    public void Accept(RowRing ring, string what, FindingBook book) => _quality.Accept(ring, what, book);

    /// <summary>Looks at the newest rows.</summary>
    public void Look(RowRing ring, long historyEnd, int champion, FindingBook book)
    {
        if (_quality.Pass(ring, historyEnd, book)) _drift.Recount();
        _drift.Pass(ring, book, _isTolerated);
        _planned.Pass(ring, book);
        LookAtOutcomes(ring, champion, book);
        _flow.Look(ring, book);
        _bias.Look(ring, book);
        _age.Look(ring, book);
    }

    /// <summary>Outcomes came, of whichever rows.</summary>
    public void OutcomesCame(RowRing ring, FindingBook book) => _flow.Arrived(ring, book);

    /// <summary>Takes an outcome; looked at when its row has been vetted.</summary>
    public void Arrived(RowRing ring, long row, byte label, int champion, FindingBook book)
    {
        if (ring.Version(row) == champion) _planned.Answered(ring, row, label, book);
        _bias.Arrived(ring, row);
        _performance.Arrived(row, label);
        _estimate.Arrived(row, label);
    }

    /// <summary>Looks at what the outcomes that have arrived say.</summary>
    public void LookAtOutcomes(RowRing ring, int champion, FindingBook book)
    {
        _performance.Pass(ring, champion, book);
        _estimate.Pass(ring);
    }

    /// <summary>What was measured, found something or not.</summary>
    public MonitorHealth Health(long nextRow, int champion, AccuracySince? accuracy)
    {
        var (features, score) = _drift.Health();
        return new MonitorHealth(nextRow, champion, _drift.CheckedAtRow, features, score, accuracy, _estimate.Current);
    }

    /// <summary>What the drift checks since the last call came to.</summary>
    public MonitorChecks TakeChecks() => _drift.TakeChecks();

    public void Save(BinaryWriter writer)
    {
        _quality.Save(writer);
        _drift.Save(writer);
        _performance.Save(writer);
        _estimate.Save(writer);
        _flow.Save(writer);
        _bias.Save(writer);
        _age.Save(writer);
        _planned.Save(writer);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        _quality.Restore(reader, book);
        _drift.Restore(reader, book);
        _performance.Restore(reader, book);
        _estimate.Restore(reader);
        _flow.Restore(reader, book);
        _bias.Restore(reader, book);
        _age.Restore(reader, book);
        _planned.Restore(reader, book);
    }
}
