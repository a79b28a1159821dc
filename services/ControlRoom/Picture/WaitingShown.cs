namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>A version that waits for people, or for the end of a freeze.</summary>
/// <param name="Version">The version.</param>
/// <param name="UpdateId">Its incident.</param>
/// <param name="Row">The row at which it began to wait.</param>
/// <param name="Missing">How many people still have to approve.</param>
/// <param name="Text">What it waits for.</param>
internal sealed record WaitingShown(int Version, string UpdateId, long Row, int Missing, string Text);
