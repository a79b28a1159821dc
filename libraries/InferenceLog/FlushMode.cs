namespace MonitoringDemo.InferenceLog;

/// <summary>What an acknowledged record survives.</summary>
public enum FlushMode
{
    /// <summary>The death of the process; the operating system writes to the disk when it likes.</summary>
    Never,

    /// <summary>Loss of power too: every append waits for the disk.</summary>
    EveryBatch,
}
