using Microsoft.AspNetCore.Http;

namespace MonitoringDemo.ServiceDefaults.Http;

/// <summary>Asks the service that listens on this machine whether it is alive, or may be asked by others: health checks for images that have neither a shell nor curl.</summary>
internal static class HealthQuestion
{
    /// <summary>The option of the command line that asks it.</summary>
    public const string Option = "--health";

    /// <summary>The option that asks whether a balancer may lead callers to it.</summary>
    public const string ServingOption = "--serving";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>Whether the arguments hold one of the options.</summary>
    public static bool IsAsked(string[] args) => args.Contains(Option) || args.Contains(ServingOption);

    /// <summary>Asks <c>/health/live</c>, or <c>/health/serving</c>, at the first address that is plain HTTP.</summary>
    /// <returns>The exit code: 0 when the answer is yes, else 1, with the reason in one line.</returns>
    public static async Task<int> AskAsync(IEnumerable<string> addresses, TextWriter error, bool isServing = false)
    {
        if (addresses.Select(BindingAddress.Parse).FirstOrDefault(address => address is { Scheme: "http", IsUnixPipe: false, IsNamedPipe: false }) is not { } address)
        {
            await error.WriteLineAsync("The service has no address of plain HTTP to ask.");
            return 1;
        }

        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        var uri = new Uri($"http://{host}:{address.Port}/health/{(isServing ? "serving" : "live")}");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = _patience };
        try
        {
            using var response = await http.GetAsync(uri);
            if (response.IsSuccessStatusCode) return 0;
            await error.WriteLineAsync($"{uri} answered {(int)response.StatusCode}.");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await error.WriteLineAsync($"{uri} does not answer: {e.Message}");
        }

        return 1;
    }
}
