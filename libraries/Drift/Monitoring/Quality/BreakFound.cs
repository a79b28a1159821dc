namespace MonitoringDemo.Drift.Monitoring.Quality;

/// <summary>A check's proof that a feature is broken.</summary>
/// <param name="Check">Which check.</param>
/// <param name="Hypothesis">Which of its hypotheses.</param>
/// <param name="From">Where in the window the break begins.</param>
/// <param name="Latest">The latest place at which it may have begun.</param>
/// <param name="Evidence">The weight of the proof, in nats.</param>
/// <param name="Needed">The weight that it had to reach.</param>
internal readonly record struct BreakFound(int Check, int Hypothesis, int From, int Latest, double Evidence, double Needed);
