using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MonitoringDemo.Throughput;

/// <summary>Kestrel with one endpoint that reads the body and answers nothing: what the machine allows, without the fleet.</summary>
internal static class BareEndpoint
{
    private const int Batch = 500;
    private const int WarmUpRequests = 1000;
    private const int MeasuredRequests = 2000;

    /// <summary>Sends batches of real songs one after the other, as lockstep does.</summary>
    /// <returns>Rows a second.</returns>
    public static async Task<double> MeasureAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapPost("/", ReadAll);
        await app.StartAsync();

        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var body = SteadySongs.Batch(0, Batch);
        await SendAsync(http, body, WarmUpRequests);
        var began = TimeProvider.System.GetTimestamp();
        await SendAsync(http, body, MeasuredRequests);
        return MeasuredRequests * Batch / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task ReadAll(HttpContext context)
    {
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync();
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return;
        }
    }

    private static async Task SendAsync(HttpClient http, byte[] body, int requests)
    {
        for (var i = 0; i < requests; i++)
        {
            using var content = new ByteArrayContent(body);
            using var answer = await http.PostAsync(new Uri("/", UriKind.Relative), content);
            answer.EnsureSuccessStatusCode();
        }
    }
}
