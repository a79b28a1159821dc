namespace MonitoringDemo.Messages.Inference;

/// <summary>Inference verified and loaded what a release asked for; closes the incident of a promotion.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident, from the release.</param>
/// <param name="ReleaseSequence">The release that was applied.</param>
/// <param name="Row">The first row that is served by it.</param>
/// <param name="ChampionVersion">The version served from that row on.</param>
/// <param name="ShadowVersion">The version scored beside it, if any.</param>
/// <param name="Instance">Which inference process this is.</param>
public sealed record ModelLoaded(
    string Model,
    string UpdateId,
    long ReleaseSequence,
    long Row,
    int ChampionVersion,
    int? ShadowVersion,
    string Instance);
