namespace MonitoringDemo.Alerting.Channels;

/// <summary>An alert as Alertmanager's API (v2) takes it.</summary>
/// <param name="Labels">What it is known by; a label with an empty value counts as absent.</param>
/// <param name="Annotations">What people read.</param>
/// <param name="StartsAt">Null for when it came, or what is known already.</param>
/// <param name="EndsAt">Up to now: it is resolved. Later: it fires until then, unless it is told again.</param>
internal sealed record AlertmanagerAlert(IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations, DateTimeOffset? StartsAt, DateTimeOffset EndsAt);
