using MonitoringDemo.Drift.Channels;

namespace MonitoringDemo.Drift.Monitoring.Distribution;

/// <summary>When and how a channel moved.</summary>
/// <param name="Alternative">The change that explains it best.</param>
/// <param name="Onset">The likeliest first row.</param>
/// <param name="OnsetFrom">The earliest row that is not much less likely.</param>
/// <param name="OnsetTo">The latest such row.</param>
/// <param name="Since">Rows per bin since the onset, of the newest window at most.</param>
/// <param name="Effect">The stability index of these rows, less what chance gives.</param>
internal sealed record ShiftFound(Alternative Alternative, long Onset, long OnsetFrom, long OnsetTo, int[] Since, double Effect);
