namespace MonitoringDemo.Messages.Retraining;

/// <summary>How often a version was wrong on rows that it was not trained on, before it served.</summary>
/// <param name="Rows">How many such rows.</param>
/// <param name="Errors">On how many of them its answer was wrong.</param>
public sealed record HeldOutMeasured(int Rows, int Errors);
