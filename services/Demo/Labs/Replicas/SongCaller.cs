using System.Globalization;

namespace MonitoringDemo.Demo.Labs.Replicas;

/// <summary>Asks two replicas for one song after the other, as a participant configured it: which of them may be asked, under which name, and how often.</summary>
/// <remarks>Of every tenth song the first answer is lost on its way: it was given, and nobody got it.</remarks>
internal sealed class SongCaller(IReadOnlyList<Uri> replicas, ScaleAnswers answers) : IDisposable
{
    /// <summary>Tells these songs from those of the traffic.</summary>
    public const double Tempo = 123.4375;

    /// <summary>The duration of song 0; each song after it is a millisecond longer.</summary>
    public const int FirstDuration = 200_000;

    private const int LosesEvery = 10;
    private const int EnoughUnanswered = 3;
    private static readonly TimeSpan s_betweenSongs = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = new() { Timeout = s_patience };
    private int _next;

    /// <summary>Songs that nobody got an answer for, with what was said last.</summary>
    public List<string> Unanswered { get; } = [];

    /// <summary>How many songs were asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>Attempts beyond the first.</summary>
    public int Repeated { get; private set; }

    /// <summary>Asks for so many more songs, or until three were never answered.</summary>
    public async Task AskAsync(int songs, CancellationToken cancellation)
    {
        for (var end = Asked + songs; Asked < end && Unanswered.Count < EnoughUnanswered; Asked++)
        {
            var (answered, said) = (false, "");
            for (var attempt = 0; attempt < answers.Attempts && !answered; attempt++)
            {
                if (attempt > 0)
                {
                    Repeated++;
                    await Task.Delay(TimeSpan.FromMilliseconds(answers.WaitMilliseconds), TimeProvider.System, cancellation);
                }

                said = await TryAsync(Asked, attempt, cancellation);
                // The answer was given; on its way it is lost.
                if (said.Length == 0 && attempt == 0 && Asked % LosesEvery == LosesEvery - 1) said = "the answer was lost on its way";
                answered = said.Length == 0;
            }

            if (!answered) Unanswered.Add($"song {Asked}: {said}");
            await Task.Delay(s_betweenSongs, TimeProvider.System, cancellation);
        }
    }

    /// <summary>Whether the participant's balancer would lead a request there.</summary>
    public async Task<bool> MayBeAskedAsync(Uri replica, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(replica, answers.HealthPath), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    // Empty when it was answered, else why not.
    private async Task<string> TryAsync(int song, int attempt, CancellationToken cancellation)
    {
        var replica = replicas[_next++ % replicas.Count];
        if (!await MayBeAskedAsync(replica, cancellation))
        {
            replica = replicas[_next++ % replicas.Count];
            if (!await MayBeAskedAsync(replica, cancellation)) return $"the balancer leads to none: {answers.HealthPath} says no everywhere";
        }

        try
        {
            var name = answers.RequestId == ScaleAnswers.SameId ? $"lab-{song}" : FormattableString.Invariant($"lab-{song}-{attempt}");
            using var answer = await _http.PostAsJsonAsync(new Uri(replica, "/v1/predictions"), answers.RequestId == ScaleAnswers.NoId ? new { instance = Song(song) } : (object)new { requestId = name, instance = Song(song) }, cancellation);
            return answer.IsSuccessStatusCode ? "" : string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {answer.ReasonPhrase}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return e.Message;
        }
    }

    private static Dictionary<string, double> Song(int song) => new()
    {
        ["danceability"] = 0.7,
        ["energy"] = 0.8,
        ["loudness"] = -6.1,
        ["speechiness"] = 0.05,
        ["acousticness"] = 0.1,
        ["instrumentalness"] = 0,
        ["liveness"] = 0.1,
        ["valence"] = 0.8,
        ["tempo"] = Tempo,
        ["duration_ms"] = FirstDuration + song,
        ["key"] = 5,
        ["mode"] = 1,
        ["time_signature"] = 4,
    };
}
