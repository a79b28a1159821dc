using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>What the registry answers when it is asked.</summary>
/// <param name="Release">The release in force.</param>
/// <param name="First">Version 1, which a process that came later has never served.</param>
/// <param name="Retired">What of it is on its way out of use; null from a registry that does not know that.</param>
internal sealed record CurrentRelease(ReleaseChanged Release, ModelReference First, IReadOnlyList<VersionRetired>? Retired = null);
