namespace MonitoringDemo.Retraining.Decide;

/// <summary>The best archived version on the rows since the onset of a story.</summary>
/// <param name="Version">Which.</param>
/// <param name="Rows">Rows it was scored on.</param>
/// <param name="Accuracy">Its accuracy on those.</param>
/// <param name="ChampionAccuracy">The champion's on the same.</param>
internal sealed record ArchivedStanding(int Version, int Rows, double Accuracy, double ChampionAccuracy);
