namespace MonitoringDemo.Drift.Channels;

/// <summary>One way in which a stream of values can have moved away from its reference.</summary>
/// <param name="Kind">What moved.</param>
/// <param name="Size">
/// How far: standard deviations of the reference (<see cref="AlternativeKind.Location"/>), the ratio of spreads
/// (<see cref="AlternativeKind.Scale"/>), or the ratio of odds (<see cref="AlternativeKind.Share"/>).
/// </param>
/// <param name="Bin">The bin whose share moved; -1 when all did.</param>
/// <param name="Weight">Its part of the false alarms that are allowed; all weights sum to 1.</param>
internal readonly record struct Alternative(AlternativeKind Kind, double Size, int Bin, double Weight)
{
    /// <summary>A shift of up to so many standard deviations in the same direction is taken for no change at all.</summary>
    public double Tolerated { get; init; }

    /// <summary>Whether both mean the same change, whatever their weights.</summary>
    public bool IsSameChangeAs(in Alternative other) => (Kind, Size, Bin) == (other.Kind, other.Size, other.Bin);
}
