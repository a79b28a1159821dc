namespace MonitoringDemo.DetectionQuality.Quality;

/// <summary>Where a detector may run.</summary>
/// <param name="Real">On real-valued streams.</param>
/// <param name="Binary">On streams of errors.</param>
/// <param name="RealReference">The reference's detector of the same settings, for real-valued streams.</param>
/// <param name="BinaryReference">The same for streams of errors.</param>
/// <param name="CountsRightAnswers">Whether it wants 1 for a right answer: it is fed 1 − x.</param>
internal sealed record Entry(
    bool Real, bool Binary, string? RealReference = null, string? BinaryReference = null, bool CountsRightAnswers = false);
