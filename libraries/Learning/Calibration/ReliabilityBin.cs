namespace MonitoringDemo.Learning.Calibration;

/// <summary>Rows with scores near each other: what they were said to be and what they were.</summary>
/// <param name="From">Least score of the bin: its edge, or with bins of equal mass the least score in it.</param>
/// <param name="To">Largest score of the bin, in the same sense.</param>
/// <param name="Rows">How many rows; never 0.</param>
/// <param name="MeanScore">Their mean score.</param>
/// <param name="Observed">The share of them that is of class 1.</param>
public sealed record ReliabilityBin(double From, double To, int Rows, double MeanScore, double Observed);
