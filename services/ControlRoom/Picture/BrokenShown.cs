namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>Something that is broken now, and that the data's owner may accept as it is.</summary>
/// <param name="Id">Of the finding.</param>
/// <param name="Name">The feature; of a finding about whole rows its detector.</param>
/// <param name="Summary">The finding in one sentence.</param>
/// <param name="Row">The row at which it was found.</param>
internal sealed record BrokenShown(string Id, string Name, string Summary, long Row);
