using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MonitoringDemo.Classroom;

/// <summary>A team with its page open: it hears every update, and now and then turns the pace a little, to a value that no other team uses. So it knows when its own order came back, and when it sees somebody else's.</summary>
internal sealed class SimulatedTeam(Uri address, string name, string code, double pace)
{
    private const double Turn = 0.001;
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private (double Pace, long At)? _asked;

    public string Name { get; } = name;

    /// <summary>From each order to the update of the page that shows it.</summary>
    public List<double> Milliseconds { get; } = [];

    /// <summary>What it saw and should not have seen.</summary>
    public List<string> Foreign { get; } = [];

    public long Updates { get; private set; }

    public int Orders { get; private set; }

    public int Tried { get; private set; }

    public int Refused { get; private set; }

    public async Task PlayAsync(string neighbour, CancellationToken end)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        using (var joined = await http.GetAsync($"join?code={code}", CancellationToken.None)) joined.EnsureSuccessStatusCode();
        try
        {
            await Task.WhenAll(ListenAsync(http, end), SteerAsync(http, neighbour, end));
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The trial is over.
        }
    }

    private async Task ListenAsync(HttpClient http, CancellationToken end)
    {
        await using var stream = await http.GetStreamAsync($"team/{Name}/events", end);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(end) is { } line)
        {
            if (!line.StartsWith("data: {\"status\"", StringComparison.Ordinal)) continue;
            using var update = JsonDocument.Parse(line.AsMemory("data: ".Length));
            if (update.RootElement.GetProperty("status").TryGetProperty("songsPerSecond", out var shown)) Take(shown.GetDouble());
        }

        throw new IOException($"The event stream of {Name} ended.");
    }

    private void Take(double shown)
    {
        lock (_gate)
        {
            Updates++;
            if (Math.Abs(shown - pace) > 2 * Turn && shown != Math.Floor(shown)) Foreign.Add(string.Create(CultureInfo.InvariantCulture, $"{Name}, which turns around {pace}, was shown {shown}"));
            if (_asked is not { } asked || shown != asked.Pace) return;
            Milliseconds.Add(TimeProvider.System.GetElapsedTime(asked.At).TotalMilliseconds);
            _asked = null;
        }
    }

    private async Task SteerAsync(HttpClient http, string neighbour, CancellationToken end)
    {
        // Not all at once.
        await Task.Delay(s_between * Random.Shared.NextDouble(), TimeProvider.System, end);
        for (var order = 0; ; order++)
        {
            var songsPerSecond = Math.Round(pace + (order % 2 == 0 ? Turn : 0), 3);
            lock (_gate)
            {
                _asked = (songsPerSecond, TimeProvider.System.GetTimestamp());
                Orders++;
            }

            using (var answer = await http.PostAsJsonAsync($"team/{Name}/v1/control/pace", new { songsPerSecond }, end)) answer.EnsureSuccessStatusCode();
            if (order % 10 == 0) await TryNeighbourAsync(http, neighbour, end);
            await Task.Delay(s_between, TimeProvider.System, end);
        }
    }

    private async Task TryNeighbourAsync(HttpClient http, string neighbour, CancellationToken end)
    {
        Tried++;
        using var answer = await http.GetAsync($"team/{neighbour}/v1/models", end);
        if (answer.StatusCode == HttpStatusCode.Unauthorized) Refused++;
    }
}
