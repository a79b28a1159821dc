namespace MonitoringDemo.Drift.Monitoring.Rows;

[Flags]
internal enum RowFlags : byte
{
    None = 0,

    /// <summary>A data-quality finding covers it.</summary>
    Quarantined = 1,

    /// <summary>Its outcome has arrived.</summary>
    Labelled = 2,

    /// <summary>It was answered, as opposed to history.</summary>
    Served = 4,

    /// <summary>A row among the newest before it is the same, bit by bit.</summary>
    Repeated = 8,
}
