namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>One card of the strip of versions.</summary>
/// <param name="Version">The key of the card; 1 is the static twin.</param>
/// <param name="Algorithm">How it was trained.</param>
/// <param name="TrainedFromRow">First row of its training window.</param>
/// <param name="TrainedToRow">One past the last row of it.</param>
/// <param name="Status">One of <see cref="VersionStatuses"/>.</param>
/// <param name="SinceRow">The row at which it got this status.</param>
/// <param name="Note">Why, where there is something to say.</param>
/// <param name="Served">Whether it ever was the champion: one that was and stands aside is retired, not withdrawn.</param>
/// <param name="Stage">How far it is on its way out of use; null for one that is active.</param>
/// <param name="Sequence">The move that said so: of several the newest counts.</param>
internal sealed record ModelVersionShown(
    int Version,
    string Algorithm,
    long TrainedFromRow,
    long TrainedToRow,
    string Status,
    long SinceRow,
    string? Note = null,
    bool Served = false,
    string? Stage = null,
    long Sequence = 0);
