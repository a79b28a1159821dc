using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.StandBy;

/// <summary>The journal as it may be written under a holding: where the registry is files, whoever has claimed them may.</summary>
/// <param name="Under">The journal under the holding of this number.</param>
internal sealed record FencedJournal(Func<long, IJournal> Under);
