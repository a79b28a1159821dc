namespace MonitoringDemo.ControlRoom;

/// <summary>A line of the feed.</summary>
/// <param name="Row">The row it belongs to.</param>
/// <param name="Title">A few words.</param>
/// <param name="Text">What happened, in plain sentences.</param>
/// <param name="Tone"><c>good</c>, <c>info</c>, <c>warning</c> or <c>critical</c>.</param>
public sealed record FleetGlanceLine(long Row, string Title, string Text, string Tone);
