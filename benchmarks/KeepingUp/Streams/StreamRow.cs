namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>One row: a number per column, the code where it is a category, and the label, 0 or 1.</summary>
internal readonly record struct StreamRow(double[] Values, int Label);
