namespace MonitoringDemo.Retraining.Rewind;

/// <summary>Lets a driver that plays a recording again decide how far a round reads, and see what it came to. Nobody else sets it.</summary>
public sealed class RoundControl
{
    /// <summary>The record of the log before which a round stops reading; null to read all there is.</summary>
    public long? ReadTo { get; set; }

    /// <summary>The last entry of the journal.</summary>
    public long JournalSeq { get; internal set; }
}
