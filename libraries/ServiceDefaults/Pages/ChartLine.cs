namespace MonitoringDemo.ServiceDefaults.Pages;

/// <summary>One line of a <see cref="LineChart"/>.</summary>
/// <param name="Name">Written at its end.</param>
/// <param name="Style">blue, orange, green, purple, red, gold or soft; each has a pattern of its own, so that it is told apart without colour.</param>
/// <param name="Points">From left to right; a value that is no number breaks the line.</param>
public sealed record ChartLine(string Name, string Style, IReadOnlyList<(double X, double Y)> Points);
