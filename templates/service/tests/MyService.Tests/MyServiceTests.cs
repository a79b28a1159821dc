using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.MyService.Tests;

/// <summary>The whole service on a free port, with a bus of its own.</summary>
public sealed class MyServiceTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("my-service-").FullName;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Data:Directory", _data), new("Pump:Lockstep", "true"), new("urls", "http://127.0.0.1:0")]);
        builder.AddServiceDefaults("my-service");
        builder.AddMyService();
        builder.AddMessaging(MyServiceModule.Consumers, [typeof(ReleaseChanged)]);
        _app = builder.Build();
        _app.MapServiceDefaults();
        _app.MapMyService();
        await _app.StartAsync(Cancellation);
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Each_release_counts_once_however_often_it_comes()
    {
        await SendAsync("first", ReleaseStages.Promoted);
        await SendAsync("second", ReleaseStages.Promoted);
        await SendAsync("first", ReleaseStages.Promoted);

        var counts = await _http.GetFromJsonAsync<Dictionary<string, int>>("/v1/my-service", Cancellation);

        counts.ShouldBe(new Dictionary<string, int> { [ReleaseStages.Promoted] = 2 });
    }

    [Fact]
    public void Each_message_that_it_hears_has_a_consumer_with_a_name_of_its_own() => MyServiceModule.Consumers.Select(consumer => consumer.Name).ShouldBeUnique();

    private async Task SendAsync(string key, string stage)
    {
        var version = new ModelReference(1, new string('0', 64), "logistic-regression", 0, 1_000);
        await _app.Services.GetRequiredService<IMessageBus>().PublishAsync(new ReleaseChanged("hits", "hits-1", 1, 100, version, null, stage, "It is better."), key, Cancellation);
        await _app.Services.GetRequiredService<BusActivity>().QuietAsync(Cancellation);
    }
}
