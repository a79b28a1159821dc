namespace MonitoringDemo.DetectionQuality.Streams;

/// <summary>A family of streams, one per seed.</summary>
/// <param name="Name">As in the reference's files.</param>
/// <param name="IsBinary">Whether its values are zeros and ones.</param>
/// <param name="FirstSeed">Stream r has the seed <c>FirstSeed + r</c>.</param>
/// <param name="Segments">What a stream is made of.</param>
/// <param name="Change">The first index that is not as before; null for a stationary stream.</param>
internal sealed record Scenario(string Name, bool IsBinary, ulong FirstSeed, IReadOnlyList<Segment> Segments, int? Change)
{
    public int Length => Segments.Sum(segment => segment.Length);

    /// <summary>Values that it repeats itself after, where it does; 0 otherwise.</summary>
    public int Period => Segments[0].From is { Shape: Shape.Triangle12 } wave ? (int)wave.Period : 0;

    public void Fill(int repetition, Span<double> values) => StreamGenerator.Fill(FirstSeed + (ulong)repetition, Segments, values);
}
