using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace MonitoringDemo.LiveStory.Playing;

/// <summary>A page that is open: what it shows, and a wait for what it is to show. It is read only while somebody waits; the control room sends the whole picture to a page that fell behind.</summary>
internal sealed class OpenPage : IDisposable
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private static readonly TimeSpan s_longestStandstill = TimeSpan.FromSeconds(60);

    private readonly Stream _stream;
    private readonly Func<string> _why;
    private readonly IAsyncEnumerator<SseItem<string>> _events;
    private readonly Dictionary<string, PageEntry> _feed = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, PageVersion> _versions = [];
    private PageStatus _status = new(0, 0, null, null);

    private OpenPage(Stream stream, Func<string> why, CancellationToken cancellation) =>
        (_stream, _why, _events) = (stream, why, SseParser.Create(stream).EnumerateAsync(cancellation).GetAsyncEnumerator(cancellation));

    /// <summary>One past the newest song that the page knows of.</summary>
    public long Row => _status.Row;

    /// <summary>The pace; 0 while paused, null until the traffic has said.</summary>
    public double? SongsPerSecond => _status.SongsPerSecond;

    public int ChampionVersion => _status.ChampionVersion;

    /// <summary>The scenario that began last.</summary>
    public PageScenario? Scenario => _status.Scenario;

    /// <summary>The version in shadow, if the page shows one.</summary>
    public PageVersion? Shadow => _versions.Values.LastOrDefault(version => version.Status is "shadow");

    /// <summary>Every line that the feed ever showed to this page, newest state.</summary>
    public IEnumerable<PageEntry> Feed => _feed.Values.OrderBy(entry => entry.Row);

    /// <param name="http">Calls the demo.</param>
    /// <param name="why">Says what the demo is at, should nothing come any more.</param>
    /// <param name="cancellation">Closes it.</param>
    public static async Task<OpenPage> OpenAsync(HttpClient http, Func<string> why, CancellationToken cancellation) =>
        new(await http.GetStreamAsync(new Uri("events", UriKind.Relative), cancellation), why, cancellation);

    /// <summary>Watches the page until it shows something, or has come past a song without.</summary>
    /// <exception cref="LiveStoryException">It did not show it in time; the message says what it showed instead.</exception>
    public async Task UntilAsync(string what, Func<OpenPage, bool> shows, long byRow, CancellationToken cancellation)
    {
        while (!shows(this))
        {
            if (Row > byRow)
                throw new LiveStoryException(string.Create(CultureInfo.InvariantCulture, $"Not by song {byRow:N0}: {what}. {Describe()}"));
            cancellation.ThrowIfCancellationRequested();
            if (!await NextAsync(what, cancellation))
                throw new LiveStoryException($"The line to the page ended before: {what}. {Describe()}");
            Take(_events.Current);
        }
    }

    /// <summary>Lets songs pass.</summary>
    public Task UntilRowAsync(long row, CancellationToken cancellation) => UntilAsync("songs pass", page => page.Row >= row, row, cancellation);

    // The enumerator ends with its stream.
    public void Dispose() => _stream.Dispose();

    private async Task<bool> NextAsync(string what, CancellationToken cancellation)
    {
        try
        {
            return await _events.MoveNextAsync().AsTask().WaitAsync(s_longestStandstill, TimeProvider.System, cancellation);
        }
        catch (TimeoutException e)
        {
            throw new LiveStoryException($"Nothing has come for {s_longestStandstill.TotalSeconds:0} s before: {what}. {Describe()}", e);
        }
    }

    private void Take(SseItem<string> item)
    {
        if (item.EventType == "heartbeat")
            return;
        var picture = JsonSerializer.Deserialize<PagePart>(item.Data, s_json) ?? throw new InvalidDataException("The page was sent nothing.");
        _status = picture.Status;
        foreach (var entry in picture.Feed ?? [])
            _feed[entry.Id] = entry;
        foreach (var version in picture.Versions ?? [])
            _versions[version.Version] = version;
    }

    private string Describe()
    {
        var newest = Feed.TakeLast(5).Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Row:N0} {entry.Title}: {entry.Text}"));
        return string.Create(CultureInfo.InvariantCulture, $"The page stands at song {Row:N0}, model {ChampionVersion} serves. The pumps rested at: {_why()}. Newest in the feed: {string.Join(" | ", newest)}");
    }

    private sealed record PagePart(PageStatus Status, IReadOnlyList<PageEntry>? Feed, IReadOnlyList<PageVersion>? Versions);

    private sealed record PageStatus(long Row, int ChampionVersion, double? SongsPerSecond, PageScenario? Scenario);
}
