namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>A moment on the row axis.</summary>
/// <param name="Id">The key of the marker.</param>
/// <param name="Row">Where it stands.</param>
/// <param name="Kind"><c>promotion</c>, <c>restored</c>, <c>rolled-back</c> or <c>scenario</c>.</param>
/// <param name="Label">For instance <c>v3</c>, or a scenario's title.</param>
internal sealed record Marker(string Id, long Row, string Kind, string Label);
