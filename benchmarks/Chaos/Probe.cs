using System.Net.Http.Headers;
using System.Text.Json;

namespace MonitoringDemo.Chaos;

/// <summary>A caller that names its requests and sends each again until it is answered, as inference promises that it may.</summary>
internal sealed class Probe(Uri inference, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(25);
    private readonly HttpClient _http = new() { BaseAddress = inference, Timeout = TimeSpan.FromSeconds(3) };

    /// <summary>What was acknowledged: the request's name, and the prediction's.</summary>
    public Dictionary<string, string> Acknowledged { get; } = [];

    /// <summary>How long each acknowledged attempt took, in ms, in their order.</summary>
    public List<double> Took { get; } = [];

    /// <summary>Attempts that had to be made again.</summary>
    public int Repeated { get; private set; }

    public async Task AskAsync(CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var name = FormattableString.Invariant($"chaos-{i}");
            while (!enough.IsCancellationRequested)
            {
                if (await TryAskAsync(name, Song(i)) is { } prediction)
                {
                    Acknowledged[name] = prediction;
                    break;
                }

                Repeated++;
                await PauseAsync(enough);
            }

            await PauseAsync(enough);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>No two alike: many equal rows are a fault of the data, and would be found.</summary>
    private static string Song(int i) => FormattableString.Invariant(
        $$"""{"danceability":{{0.2 + (i * 7 % 61 / 100.0)}},"energy":{{0.2 + (i * 11 % 73 / 100.0)}},"loudness":{{-14 + (i * 13 % 103 / 10.0)}},"speechiness":0.05,"acousticness":{{i * 17 % 97 / 100.0}},"instrumentalness":0.0,"liveness":0.1,"valence":{{i * 19 % 101 / 100.0}},"tempo":{{80 + (i * 23 % 997 / 10.0)}},"duration_ms":{{150_000 + (i * 29 % 99_991)}},"key":{{i % 12}},"mode":{{i % 2}},"time_signature":4}""");

    // Not cancelled when the run ends: an answer that is under way counts.
    private async Task<string?> TryAskAsync(string name, string song)
    {
        var began = time.GetTimestamp();
        try
        {
            using var content = new StringContent($$"""{"requestId":"{{name}}","instances":[{{song}}]}""", new MediaTypeHeaderValue("application/json"));
            using var response = await _http.PostAsync(new Uri("/v1/predictions", UriKind.Relative), content);
            if (!response.IsSuccessStatusCode) return null;
            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            Took.Add(time.GetElapsedTime(began).TotalMilliseconds);
            return json.RootElement.GetProperty("predictions")[0].GetProperty("id").GetString();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // Not acknowledged: asked again.
            return null;
        }
    }

    private async Task PauseAsync(CancellationToken enough)
    {
        try
        {
            await Task.Delay(_between, time, enough);
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
