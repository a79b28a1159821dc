namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>A checkpoint cannot be read.</summary>
public sealed class DamagedCheckpointException : IOException
{
    /// <summary>Names the file, what is wrong with it, and how to go on.</summary>
    public DamagedCheckpointException(string file, string what, Exception? inner = null)
        : base($"The checkpoint '{file}' {what}. Restore it from a copy, or start anew with --fresh.", inner) => File = file;

    /// <summary>The damaged file.</summary>
    public string File { get; }
}
