namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>What becomes of the answer to the same inputs.</summary>
internal enum ChangeKind
{
    /// <summary>It stays.</summary>
    None,

    /// <summary>It changes from one row to the next.</summary>
    Step,

    /// <summary>It changes over many rows, or all the time.</summary>
    Gradual,

    /// <summary>It changes from one row to the next, to what it was before.</summary>
    Recurring,

    /// <summary>Unknown: the stream is real, and told to drift.</summary>
    Real,
}
