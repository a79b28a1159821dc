using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;

namespace MonitoringDemo.Drift.Monitoring.Plan;

/// <summary>A sequential detector on one stream. What it said ends when it has been silent for two drift windows.</summary>
internal sealed class DetectorChannel(PlannedTest plan, string on, int column, IDriftDetector detector, MonitorOptions options) : PlannedChannel(plan, on, column)
{
    // A detector has no statistic: it speaks or it does not.
    private const double Spoken = 1;

    private long _suspectSince = -1;
    private int _silent;

    /// <param name="row">Which row the value belongs to.</param>
    public void Take(long row, double value, RowRing ring, FindingBook book)
    {
        detector.Update(value);
        if (!detector.WarningDetected && !detector.DriftDetected) _suspectSince = -1;
        else if (_suspectSince < 0) _suspectSince = row;

        if (detector.DriftDetected)
        {
            if (!IsOpen) Open(ring, _suspectSince, Spoken, Spoken, book);
            (_silent, _suspectSince) = (0, -1);
            detector.Reset();
        }
        else if (IsOpen && ++_silent >= 2 * options.DriftWindow)
        {
            Close(ring, book);
        }
    }

    public override void Rebase(RowRing ring, long row, long trainedFrom, long trainedTo, FindingBook book)
    {
        base.Rebase(ring, row, trainedFrom, trainedTo, book);
        (_suspectSince, _silent) = (-1, 0);
        detector.Reset();
    }

    public override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(_suspectSince);
        writer.Write(_silent);
        detector.Save(writer);
    }

    public override void Restore(BinaryReader reader, FindingBook book)
    {
        base.Restore(reader, book);
        _suspectSince = reader.ReadInt64();
        _silent = reader.ReadInt32();
        detector.Restore(reader);
    }
}
