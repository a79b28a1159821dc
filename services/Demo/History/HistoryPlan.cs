using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.History;

/// <summary>What is played and how long it takes on the clock of the history.</summary>
/// <param name="Scenarios">One after the other.</param>
/// <param name="SongsEach">Songs of each.</param>
/// <param name="Until">When the last song is served.</param>
/// <param name="Length">How long all of it takes.</param>
/// <param name="Every">Between two pages.</param>
/// <param name="Pace">Songs a second while it is played.</param>
internal sealed record HistoryPlan(IReadOnlyList<ScenarioManifest> Scenarios, int SongsEach, DateTimeOffset Until, TimeSpan Length, TimeSpan Every, double Pace)
{
    private const int MostSongsARequest = 20;

    /// <summary>Songs in all.</summary>
    public long Songs => (long)SongsEach * Scenarios.Count;

    /// <summary>How fast songs come on the clock of the history.</summary>
    public double SongsASecond => Songs / Length.TotalSeconds;

    /// <summary>Songs between two pages, no fewer: a page is due once its time has passed.</summary>
    public int SongsAPage => (int)Math.Clamp(Math.Ceiling(Every.TotalSeconds * SongsASecond), 1, Songs);

    /// <summary>Requests between two pages: small ones, for the clock moves with each.</summary>
    public int RequestsAPage => (SongsAPage + MostSongsARequest - 1) / MostSongsARequest;

    /// <summary>Songs of a request: so many that those of a page are not fewer than <see cref="SongsAPage"/>.</summary>
    public int SongsARequest => (SongsAPage + RequestsAPage - 1) / RequestsAPage;

    /// <summary>When so many songs had been served.</summary>
    public DateTimeOffset TimeOf(long served) => Until - Length + (Length * Math.Min(1.0, (double)served / Songs));

    /// <summary>The scenario of a song, counted from the first that was served.</summary>
    public int ScenarioAt(long served) => (int)Math.Min(Scenarios.Count - 1, served / SongsEach);
}
