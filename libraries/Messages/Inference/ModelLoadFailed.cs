namespace MonitoringDemo.Messages.Inference;

/// <summary>Inference refused an artifact and goes on serving what it had.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident, from the release.</param>
/// <param name="ReleaseSequence">The release that could not be applied.</param>
/// <param name="Version">The version that was refused.</param>
/// <param name="Reason">What is wrong with it and how to mend it.</param>
/// <param name="Instance">Which inference process this is.</param>
public sealed record ModelLoadFailed(
    string Model,
    string UpdateId,
    long ReleaseSequence,
    int Version,
    string Reason,
    string Instance);
