namespace MonitoringDemo.Retraining.Release;

/// <summary>How long a canary takes to score, beside the champion on the same requests.</summary>
/// <param name="Requests">How many were measured; 0 in lockstep, where no clock counts.</param>
/// <param name="ChampionMilliseconds">The champion's mean time.</param>
/// <param name="CanaryMilliseconds">The canary's.</param>
/// <param name="Slower">Requests in which the canary took longer than is allowed beside the champion.</param>
/// <param name="Late">Requests in which it passed the fixed limit.</param>
/// <param name="ChampionLate">Those in which the champion did.</param>
/// <param name="ProvenSlower">It is slower as a rule.</param>
/// <param name="ProvenLate">It passes the limit more often than the champion.</param>
/// <param name="Leans">One of the two at a milder level: the canary does not go on.</param>
internal sealed record TimesStanding(int Requests, double ChampionMilliseconds, double CanaryMilliseconds, int Slower, int Late, int ChampionLate, bool ProvenSlower, bool ProvenLate, bool Leans);
