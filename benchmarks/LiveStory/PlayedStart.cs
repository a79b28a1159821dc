using MonitoringDemo.LiveStory.Measuring;

namespace MonitoringDemo.LiveStory;

/// <summary>One start of the demo.</summary>
/// <param name="Seed">Decides its songs.</param>
/// <param name="Year">The year of the music at the press.</param>
/// <param name="Shadow">The version in shadow at the press; null for none.</param>
/// <param name="Record">All that it left behind.</param>
/// <param name="Story">What came of the press.</param>
internal sealed record PlayedStart(ulong Seed, double Year, int? Shadow, LiveRecord Record, PressStory Story);
