namespace MonitoringDemo.Retraining.Decide;

/// <summary>Training anew has earned trust: what it brought beside keeping the model.</summary>
/// <param name="Kept">The version that would serve if nothing had been trained since.</param>
/// <param name="Rows">Rows on which both were scored.</param>
/// <param name="MeanGain">Squared error a row that training anew has saved.</param>
/// <param name="TrainedToRow">One past the last row that the next version has learned from.</param>
internal sealed record TrustStanding(int Kept, int Rows, double MeanGain, long TrainedToRow = long.MaxValue);
