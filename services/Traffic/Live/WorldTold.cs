namespace MonitoringDemo.Traffic.Live;

/// <summary>What was announced of the world: it is news again only when one of the two changes.</summary>
internal sealed record WorldTold(int Year, bool TasteInverted);
