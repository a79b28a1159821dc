using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MonitoringDemo.Traffic.Tests.Playing;

/// <summary>Answers as the inference service does, over real HTTP, and remembers what it was sent. Its model says that songs above 0.5 energy chart.</summary>
internal sealed class InferenceStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, JsonObject> _answers = [];
    private readonly Lock _gate = new();

    private InferenceStandIn(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    public List<JsonObject> History { get; } = [];

    public List<JsonObject> Songs { get; } = [];

    /// <summary>Of history and songs, as they were sent.</summary>
    public List<string> EventTimes { get; } = [];

    public List<string> RequestIds { get; } = [];

    public Dictionary<string, int> Outcomes { get; } = [];

    public int RepeatedOutcomes { get; private set; }

    /// <summary>In bytes.</summary>
    public long LongestBody { get; private set; }

    public bool HasModel { get; set; } = true;

    /// <summary>How many of the next requests are carried out, but never answered.</summary>
    public int AnswersToLose { get; set; }

    /// <summary>How many of the next requests fail untouched.</summary>
    public int RequestsToFail { get; set; }

    /// <summary>How many of the next requests with history, but for the first rows, another service answers, which has none.</summary>
    public int StrangersToAnswer { get; set; }

    /// <summary>Ids that somebody else took in between.</summary>
    public int SkippedIds { get; set; }

    public static async Task<InferenceStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var standIn = new InferenceStandIn(app);
        app.MapGet("/v1/model", () => standIn.HasModel ? Results.Ok() : Results.StatusCode(503));
        app.MapPost("/v1/history", (HttpContext context) => standIn.AnswerAsync(context, standIn.TakeHistory));
        app.MapPost("/v1/predictions", (HttpContext context) => standIn.AnswerAsync(context, standIn.Predict));
        app.MapPost("/v1/outcomes", (HttpContext context) => standIn.AnswerAsync(context, standIn.TakeOutcomes));
        await app.StartAsync();
        return standIn;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<JsonObject, (int Status, JsonObject Answer)> handle)
    {
        if (RequestsToFail > 0)
        {
            RequestsToFail--;
            context.Response.StatusCode = 500;
            return;
        }

        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        int status;
        JsonObject answer;
        lock (_gate)
        {
            LongestBody = Math.Max(LongestBody, context.Request.ContentLength ?? 0);
            (status, answer) = handle(body);
        }

        if (AnswersToLose > 0)
        {
            AnswersToLose--;
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private (int Status, JsonObject Answer) TakeHistory(JsonObject body)
    {
        var first = body["firstRow"]!.GetValue<long>();
        if (first > 0 && StrangersToAnswer > 0)
        {
            StrangersToAnswer--;
            return (409, new JsonObject { ["nextRow"] = 0 });
        }

        if (first != History.Count)
            return (409, new JsonObject { ["nextRow"] = History.Count });
        foreach (var song in body["instances"]!.AsArray())
            History.Add(song!.AsObject());
        TakeTimes(body);
        return (200, []);
    }

    private (int Status, JsonObject Answer) Predict(JsonObject body)
    {
        var id = body["requestId"]!.GetValue<string>();
        if (_answers.TryGetValue(id, out var known))
            return (200, known);

        RequestIds.Add(id);
        TakeTimes(body);
        var predictions = new JsonArray();
        foreach (var song in body["instances"]!.AsArray())
        {
            var label = song!["energy"]!.GetValue<double>() > 0.5 ? 1 : 0;
            predictions.Add(new JsonObject { ["id"] = $"p-{History.Count + SkippedIds + Songs.Count}", ["score"] = 0.5, ["label"] = label });
            Songs.Add(song.AsObject());
        }

        return (200, _answers[id] = new JsonObject { ["model"] = "hits", ["modelVersion"] = 3, ["predictions"] = predictions });
    }

    private void TakeTimes(JsonObject body) => EventTimes.AddRange(body["eventTimes"]?.AsArray().Select(time => time!.GetValue<string>()) ?? []);

    private (int Status, JsonObject Answer) TakeOutcomes(JsonObject body)
    {
        foreach (var outcome in body["outcomes"]!.AsArray())
        {
            if (!Outcomes.TryAdd(outcome!["id"]!.GetValue<string>(), outcome["label"]!.GetValue<int>()))
                RepeatedOutcomes++;
        }

        return (200, []);
    }
}
