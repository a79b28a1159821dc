namespace MonitoringDemo.Retraining.Release;

/// <summary>A class that a canary answers much more often, or much less often, than the champion on the same rows.</summary>
/// <param name="Class">The class.</param>
/// <param name="Share">The share of the canary's answers that name it.</param>
/// <param name="ChampionShare">The share of the champion's.</param>
/// <param name="Rows">On so many rows.</param>
internal sealed record AnswerShift(int Class, double Share, double ChampionShare, int Rows);
