namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>Makes a few numbers of the picture.</summary>
internal static class Glance
{
    private const int LeastOutcomes = 300, LinesShown = 8, PointsShown = 60;

    public static FleetGlance Of(FleetPicture whole)
    {
        var (status, points) = (whole.Status, whole.Points ?? []);
        var (outcomes, fleet, twin) = (0, 0, 0);
        for (var i = points.Count - 1; i >= 0 && outcomes < LeastOutcomes; i--)
            (outcomes, fleet, twin) = (outcomes + points[i].Outcomes, fleet + points[i].FleetCorrect, twin + points[i].StaticCorrect);
        return new FleetGlance(
            status.Row,
            status.ChampionVersion,
            status.SongsPerSecond,
            status.OpenAlerts,
            outcomes == 0 ? null : (double)fleet / outcomes,
            outcomes == 0 ? null : (double)twin / outcomes,
            status.Scenario is { EndedAtRow: null } scenario ? scenario.Title : null,
            [.. (whole.Feed ?? []).TakeLast(LinesShown).Reverse().Select(entry => new FleetGlanceLine(entry.Row, entry.Title, entry.Text, entry.Tone))],
            [.. points.TakeLast(PointsShown).Where(point => point.Outcomes > 0).Select(point => (double)point.FleetCorrect / point.Outcomes)]);
    }
}
