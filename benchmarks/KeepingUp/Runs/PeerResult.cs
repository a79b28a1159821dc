namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>What a schedule reached.</summary>
/// <param name="Every">Rows between two trainings.</param>
/// <param name="Window">The newest rows that each was given.</param>
/// <param name="Accuracy">On the rows after the warm-up.</param>
/// <param name="Trainings">Trainings that took place.</param>
internal sealed record PeerResult(int Every, int Window, double Accuracy, int Trainings);
