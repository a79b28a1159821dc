using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Throughput;

/// <summary>A metrics page of 10,000 series, as a scrape sees it.</summary>
internal static class MetricsPageCost
{
    private const int Families = 10;
    private const int SeriesOfEach = 1_000;
    private const int Scrapes = 50;

    public static async Task MeasureAsync()
    {
        var data = Directory.CreateTempSubdirectory("monitoringdemo-metrics-");
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["Data:Directory"] = data.FullName;
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults("benchmark");
        await using (var app = builder.Build())
        {
            app.MapServiceDefaults();
            await app.StartAsync();
            Measure(app.Services.GetRequiredService<IMeterFactory>());
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            var times = new List<double>();
            var page = Array.Empty<byte>();
            for (var scrape = 0; scrape < Scrapes; scrape++)
            {
                var began = Stopwatch.GetTimestamp();
                page = await http.GetByteArrayAsync(new Uri("/metrics", UriKind.Relative));
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            times.Sort();
            var lines = System.Text.Encoding.UTF8.GetString(page).Split('\n').Count(line => line.Length > 0 && line[0] != '#');
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"/metrics of {lines:N0} series: {page.Length / 1e6:0.00} MB, {times[Scrapes / 2]:0.0} ms (median of {Scrapes} scrapes, the fastest {times[0]:0.0}, the slowest {times[^1]:0.0})."));
        }

        data.Delete(recursive: true);
    }

    private static void Measure(IMeterFactory meters)
    {
        var meter = meters.Create("MonitoringDemo.Benchmark");
        for (var family = 0; family < Families; family++)
        {
            var counter = meter.CreateCounter<long>($"benchmark_{family}", description: "Things counted, to measure the page.");
            for (var series = 0; series < SeriesOfEach; series++)
                counter.Add(series, new("model", "hits"), new("feature", $"feature-{series / 10}"), new("bin", series % 10));
        }
    }
}
