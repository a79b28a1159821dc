using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.Time;

namespace MonitoringDemo.Demo.Tests.Lockstep;

/// <summary>The whole fleet beside a model that it has not trained and does not serve.</summary>
public sealed class ServedElsewhereTests
{
    private const int RowsOfARequest = 250;
    private readonly SplitMix64 _random = new(7);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fall_of_a_model_that_is_served_elsewhere_is_found_and_decided_and_nothing_is_trained()
    {
        using var temporary = new TemporaryFolder();
        await using var app = FleetHost.Build(new FleetSettings(FleetAddress.AnyFree, temporary.Path, Lockstep: true)
        {
            OverSocket = true,
            Options = new Dictionary<string, string?> { ["Model:Served"] = "elsewhere" },
        });
        await app.StartAsync(Cancellation);
        using var http = new HttpClient(new AccessTokenHandler(app.Services.GetRequiredService<AccessToken>()) { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = FleetAddress.ToCall(app.Urls.First()) };
        var drain = new FleetDrain(app.Services.GetServices<IPump>(), app.Services.GetRequiredService<BusActivity>());
        app.Services.GetRequiredService<LockstepClock>().SetRow(0);

        await PostAsync(http, "v1/history", History(1_000));
        await drain.DrainAsync(Cancellation);
        await ObserveAsync(http, drain, "2026-05", rows: 3_000, turned: false);
        var quiet = await http.GetStringAsync(new Uri("v1/decisions", UriKind.Relative), Cancellation);
        await ObserveAsync(http, drain, "2026-05", rows: 3_000, turned: true);
        var decided = await http.GetStringAsync(new Uri("v1/decisions", UriKind.Relative), Cancellation);
        await ObserveAsync(http, drain, "2026-06", rows: 3_000, turned: false);

        quiet.ShouldNotContain("\"retrain\"");
        decided.ShouldContain("\"retrain\"");
        decided.ShouldContain("served elsewhere");
        (await http.GetFromJsonAsync<JsonArray>(new Uri("v1/models", UriKind.Relative), Cancellation))!.ShouldBeEmpty();
        (await http.GetStringAsync(new Uri("metrics", UriKind.Relative), Cancellation)).ShouldContain("algorithm=\"elsewhere\"");
        await app.StopAsync(Cancellation);
    }

    private async Task ObserveAsync(HttpClient http, FleetDrain drain, string version, int rows, bool turned)
    {
        for (var sent = 0; sent < rows; sent += RowsOfARequest)
        {
            var (songs, scores, labels) = Rows(RowsOfARequest, turned);
            var answer = await PostAsync(http, "v1/observations", $$"""{"modelVersion":"{{version}}","instances":[{{songs}}],"scores":[{{string.Join(',', scores.Select(score => score.ToString("R", CultureInfo.InvariantCulture)))}}]}""");
            var ids = answer["predictions"]!.AsArray().Select(row => row!["id"]!.GetValue<string>());
            await PostAsync(http, "v1/outcomes", $$"""{"outcomes":[{{string.Join(',', ids.Zip(labels, (id, label) => $$"""{"id":"{{id}}","label":{{label}}}"""))}}]}""");
            await drain.DrainAsync(Cancellation);
        }
    }

    private string History(int rows)
    {
        var (songs, _, labels) = Rows(rows, turned: false);
        return $$"""{"schema":{"formatVersion":1,"task":"binary-classification","label":"hit","features":[{"name":"a","kind":"numeric","nullable":false},{"name":"b","kind":"numeric","nullable":false}]},"instances":[{{songs}}],"labels":[{{string.Join(',', labels)}}],"complete":true}""";
    }

    /// <summary>The other system's model knows how labels come about, until they are turned.</summary>
    private (string Songs, double[] Scores, int[] Labels) Rows(int count, bool turned)
    {
        var (songs, scores, labels) = (new string[count], new double[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            var (a, b) = (_random.NextNormal(), _random.NextNormal());
            songs[i] = string.Create(CultureInfo.InvariantCulture, $$"""{"a":{{a:R}},"b":{{b:R}}}""");
            scores[i] = Deterministic.Sigmoid(3 * a);
            labels[i] = (_random.NextDouble() < scores[i]) != turned ? 1 : 0;
        }

        return (string.Join(',', songs), scores, labels);
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }
}
