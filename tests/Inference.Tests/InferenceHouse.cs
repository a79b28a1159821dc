using System.Net.Http.Json;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Inference.Tests;

/// <summary>The whole service on a free port, and a hand that plays the retraining service.</summary>
internal sealed class InferenceHouse : IAsyncDisposable
{
    private readonly WebApplication _app;
    private bool _handedOn;

    private InferenceHouse(string data, bool lockstep, (string Key, string Value)[] settings, IBlobStore? blobs = null)
    {
        Data = data;
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Data:Directory", data), new("Pump:Lockstep", lockstep.ToString()), new("urls", "http://127.0.0.1:0"),
            .. settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)),
        ]);
        builder.Logging.ClearProviders();
        if (blobs is not null) builder.Services.AddSingleton(blobs);
        builder.AddServiceDefaults("inference");
        builder.AddInference();
        builder.AddMessaging([.. InferenceModule.Consumers, typeof(KeepWhatInferenceSays)]);
        builder.Services.AddSingleton(Said);
        _app = builder.Build();
        _app.MapServiceDefaults();
        _app.MapInference();
    }

    public string Data { get; }

    public string Log => Path.Combine(Data, "log");

    public WhatInferenceSays Said { get; } = new();

    public HttpClient Http { get; private set; } = new();

    public IServiceProvider Services => _app.Services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<InferenceHouse> StartAsync(bool lockstep = true, params (string Key, string Value)[] settings)
        => StartAsync(new InferenceHouse(Directory.CreateTempSubdirectory("inference-").FullName, lockstep, settings));

    /// <summary>With history and version 1 of seed 1 in service.</summary>
    public static async Task<InferenceHouse> ServingAsync(int history = 10, params (string Key, string Value)[] settings)
    {
        var house = await StartAsync(settings: settings);
        (await house.PostAsync("/v1/history", SongWorld.History(history))).EnsureSuccessStatusCode();
        await house.ReleaseAsync(1, house.Register(1, SongWorld.Model(1)));
        return house;
    }

    /// <summary>With a store of artifacts other than the files of the registry.</summary>
    public static Task<InferenceHouse> StartAsync(Func<string, IBlobStore> blobs, params (string Key, string Value)[] settings)
    {
        var data = Directory.CreateTempSubdirectory("inference-").FullName;
        return StartAsync(new InferenceHouse(data, lockstep: true, settings, blobs(Path.Combine(data, "registry"))));
    }

    public Task<HttpResponseMessage> PostAsync(string path, string body, string contentType = MediaTypeNames.Application.Json)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return Http.PostAsync(new Uri(path, UriKind.Relative), content, Cancellation);
    }

    public async Task<JsonNode> PredictAsync(string body)
    {
        using var answer = await PostAsync("/v1/predictions", body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
    }

    /// <summary>Signs a model into the registry, as retraining does.</summary>
    public ModelReference Register(int version, IModel model)
    {
        var bytes = model.ToArtifact();
        var sha256 = ModelArtifact.Sha256(bytes);
        File.WriteAllBytes(ArtifactPath(sha256, ".model"), bytes);
        File.WriteAllText(ArtifactPath(sha256, ".dsse.json"), Services.GetRequiredService<ArtifactSigner>().Sign(bytes, sha256, "https://example.org/test", new { version }));
        return new ModelReference(version, sha256, model.Algorithm, 0, 10);
    }

    public string ArtifactPath(string sha256, string extension)
        => Services.GetRequiredService<DataDirectory>().PathOf("registry", "artefacts", sha256 + extension);

    public async Task ReleaseAsync(long sequence, ModelReference champion, ModelReference? shadow = null, string model = "hits", IReadOnlyList<double>? importance = null, double? canaryShare = null)
    {
        await Services.GetRequiredService<IMessageBus>().PublishAsync(
            new ReleaseChanged(model, $"story-{sequence}", sequence, 0, champion, shadow, canaryShare is null ? ReleaseStages.Promoted : ReleaseStages.Canary, "for the test", importance, CanaryShare: canaryShare), $"release-{sequence}", Cancellation);
        await Services.GetRequiredService<BusActivity>().QuietAsync(Cancellation);
    }

    public List<LogRecord> ReadLog()
    {
        using var reader = InferenceLogReader.Open(Log, truncated: TruncatedReads.Skip);
        var records = new List<LogRecord>();
        while (reader.TryRead(out var record)) records.Add(record);
        return records;
    }

    /// <summary>Ends the service and starts another one on its data.</summary>
    public async Task<InferenceHouse> RestartAsync(Action? meanwhile = null, params (string Key, string Value)[] settings)
    {
        _handedOn = true;
        await DisposeAsync();
        meanwhile?.Invoke();
        return await StartAsync(new InferenceHouse(Data, lockstep: true, settings));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        if (!_handedOn) Directory.Delete(Data, recursive: true);
    }

    private static async Task<InferenceHouse> StartAsync(InferenceHouse house)
    {
        await house._app.StartAsync(Cancellation);
        house.Http.Dispose();
        house.Http = new HttpClient { BaseAddress = new Uri(house._app.Urls.First()) };
        return house;
    }
}
