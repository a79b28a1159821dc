namespace MonitoringDemo.LiveStory.Measuring;

/// <summary>A song whose outcome is known.</summary>
/// <param name="Row">Its number.</param>
/// <param name="FleetRight">Whether the answer that was served was right.</param>
/// <param name="TwinRight">Whether the static twin's would have been.</param>
internal readonly record struct SongAnswer(long Row, bool FleetRight, bool TwinRight);
