namespace MonitoringDemo.Retraining.Release;

/// <summary>How a canary stands beside the champion on one slice of the rows.</summary>
/// <param name="Slice"><c>feature=category</c> or <c>feature missing</c>.</param>
/// <param name="Rows">Rows of it that both scored and whose outcome has come.</param>
/// <param name="MeanLoss">By how much its squared error is higher, a row.</param>
/// <param name="ProvenWorse">It is higher by more than the margin.</param>
/// <param name="LeansWorse">The same at a milder level: the canary does not go on.</param>
internal sealed record SliceStanding(string Slice, int Rows, double MeanLoss, bool ProvenWorse, bool LeansWorse);
