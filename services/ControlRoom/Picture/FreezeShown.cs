namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>Releases are frozen.</summary>
/// <param name="Row">The row at which it was said.</param>
/// <param name="By">Who froze them.</param>
/// <param name="Text">Why, and until when.</param>
internal sealed record FreezeShown(long Row, string? By, string Text);
