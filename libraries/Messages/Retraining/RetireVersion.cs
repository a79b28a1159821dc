namespace MonitoringDemo.Messages.Retraining;

/// <summary>Command of a person: take a version one stage further out of use, or back into use.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">Unique to the request; one that comes again counts once.</param>
/// <param name="Version">The version.</param>
/// <param name="Stage">Where it goes: one of <see cref="VersionStages"/>.</param>
/// <param name="RequestedBy">The person's name, as whoever took the request knows it from the token.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Sunset">For <c>deprecated</c>: the moment from which it may be gone; null for the one that follows from the settings.</param>
[Command]
public sealed record RetireVersion(string Model, string UpdateId, int Version, string Stage, string RequestedBy, string Reason, DateTimeOffset? Sunset = null);
