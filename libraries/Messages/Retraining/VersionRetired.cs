namespace MonitoringDemo.Messages.Retraining;

/// <summary>A version went to another stage on its way out of use, or came back into use. Of several about one version the newest <paramref name="Sequence"/> wins.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The request of a person, or a name that the policy made.</param>
/// <param name="Sequence">Counts these moves of the model's versions from 1.</param>
/// <param name="Row">The row at which it was decided.</param>
/// <param name="Version">The version.</param>
/// <param name="Stage">Where it is now: one of <see cref="VersionStages"/>.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="By">The person who wanted it; null where the policy did.</param>
/// <param name="Sunset">While it is deprecated: the moment from which it may be gone.</param>
public sealed record VersionRetired(
    string Model, string UpdateId, long Sequence, long Row, int Version, string Stage, DateTimeOffset Since, string Reason, string? By = null, DateTimeOffset? Sunset = null);
