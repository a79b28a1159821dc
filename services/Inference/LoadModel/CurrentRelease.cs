using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>What the registry answers when it is asked.</summary>
/// <param name="Release">The release in force.</param>
/// <param name="First">Version 1, which a process that came later has never served.</param>
internal sealed record CurrentRelease(ReleaseChanged Release, ModelReference First);
