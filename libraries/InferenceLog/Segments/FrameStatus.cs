namespace MonitoringDemo.InferenceLog.Segments;

internal enum FrameStatus
{
    /// <summary>A whole frame.</summary>
    Frame,

    /// <summary>Nothing after the last whole frame.</summary>
    End,

    /// <summary>Bytes that are no whole frame: being written, torn or damaged.</summary>
    Unreadable,
}
