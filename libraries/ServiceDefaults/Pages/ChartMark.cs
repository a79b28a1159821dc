namespace MonitoringDemo.ServiceDefaults.Pages;

/// <summary>A moment on a <see cref="LineChart"/>: an upright line with a word above it, where there is room.</summary>
/// <param name="X">Where.</param>
/// <param name="Text">What.</param>
/// <param name="Style">As of a <see cref="ChartLine"/>.</param>
public sealed record ChartMark(double X, string Text, string Style);
