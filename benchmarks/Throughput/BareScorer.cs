using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MonitoringDemo.Learning;

namespace MonitoringDemo.Throughput;

/// <summary>A minimal API that reads the same song and scores the same model, and does nothing else.</summary>
internal static class BareScorer
{
    public static async Task<WebApplication> StartAsync(IModel model)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/predictions", (SongRequest request) =>
        {
            Span<double> row = stackalloc double[model.Schema.Count];
            request.Instance.CopyTo(row, model.Schema);
            var score = model.Score(row);
            return TypedResults.Ok(new SongAnswer(score, score >= 0.5 ? 1 : 0));
        });
        await app.StartAsync();
        return app;
    }
}
