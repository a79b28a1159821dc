namespace MonitoringDemo.Retraining.Decide;

/// <summary>An archived version that is better than the champion on the newest rows.</summary>
/// <param name="Version">Which.</param>
/// <param name="Rows">The newest rows, since it began to be better.</param>
/// <param name="Accuracy">Its accuracy on those.</param>
/// <param name="ChampionAccuracy">The champion's on the same.</param>
internal sealed record ArchivedStanding(int Version, int Rows, double Accuracy, double ChampionAccuracy);
