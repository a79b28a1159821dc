namespace MonitoringDemo.Inference.LoadModel;

/// <summary>An artifact must not be served; the message says why and how to mend it.</summary>
internal sealed class ModelRefusedException(int version, string message, Exception? inner = null) : Exception(message, inner)
{
    public int Version { get; } = version;
}
