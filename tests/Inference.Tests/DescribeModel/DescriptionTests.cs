using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MonitoringDemo.Inference.Tests.DescribeModel;

public sealed class DescriptionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_models_that_serve_are_described_with_the_row_since_which_they_do()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 10);
        await house.PredictAsync(SongWorld.Request(5, out _));
        var champion = house.Register(2, SongWorld.Model(2));
        await house.ReleaseAsync(2, champion, house.Register(3, SongWorld.Model(3)));
        await house.PredictAsync(SongWorld.Request(5, out _));
        await house.ReleaseAsync(3, champion);

        var model = (await house.Http.GetFromJsonAsync<JsonNode>(new Uri("/v1/model", UriKind.Relative), Cancellation))!;

        model["model"]!.GetValue<string>().ShouldBe("hits");
        model["champion"]!["version"]!.GetValue<int>().ShouldBe(2);
        model["champion"]!["sha256"]!.GetValue<string>().ShouldBe(champion.Sha256);
        model["champion"]!["algorithm"]!.GetValue<string>().ShouldBe("binned-logistic");
        model["champion"]!["sinceRow"]!.GetValue<long>().ShouldBe(15, "it went on as champion when the shadow was withdrawn");
        model["shadow"].ShouldBeNull();
        model["staticTwin"]!["version"]!.GetValue<int>().ShouldBe(1);
        model["staticTwin"]!["sinceRow"]!.GetValue<long>().ShouldBe(10);
        (model["releaseSequence"]!.GetValue<long>(), model["nextRow"]!.GetValue<long>(), model["historyRows"]!.GetValue<long>()).ShouldBe((3, 20, 10));
    }

    [Fact]
    public async Task The_service_is_ready_with_its_first_model_and_alive_before()
    {
        await using var empty = await InferenceHouse.StartAsync();
        await using var serving = await InferenceHouse.ServingAsync();

        (await Status(empty, "/health/live")).ShouldBe(HttpStatusCode.OK);
        (await Status(empty, "/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Status(empty, "/v1/model")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Status(serving, "/health/ready")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_description_of_the_API_names_every_endpoint_and_its_refusals()
    {
        await using var house = await InferenceHouse.StartAsync();

        var api = (await house.Http.GetFromJsonAsync<JsonNode>(new Uri("/openapi/v1.json", UriKind.Relative), Cancellation))!;

        var paths = api["paths"]!.AsObject();
        foreach (var path in (string[])["/v1/predictions", "/v1/outcomes", "/v1/history"])
        {
            var post = paths[path]!["post"]!;
            post["requestBody"]!["content"]!["application/json"]!["example"].ShouldNotBeNull(path);
            post["responses"]!.AsObject().Select(response => response.Key).ShouldContain("413", path);
        }

        paths["/v1/predictions"]!["post"]!["responses"]!["200"]!["content"].ShouldNotBeNull();
        paths["/v1/model"]!["get"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Metrics_tell_what_was_served_refused_and_known_and_start_at_zero()
    {
        // The houses of other tests count in the same process: this one has a name of its own.
        await using var house = await InferenceHouse.StartAsync(settings: ("Model:Name", "metered"));
        (await house.PostAsync("/v1/history", SongWorld.History(10))).EnsureSuccessStatusCode();
        await house.ReleaseAsync(1, house.Register(1, SongWorld.Model(1)), model: "metered");
        var atStart = await house.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);
        await house.PredictAsync(SongWorld.Request(5, out _));
        using var refused = await house.PostAsync("/v1/predictions", "{}");
        using var outcome = await house.PostAsync("/v1/outcomes", """{"outcomes":[{"id":"p-10","label":1}]}""");

        var metrics = await house.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);

        Value(atStart, "mlops_predictions_total", "champion", "rejected").ShouldBe("0");
        Value(atStart, "mlops_outcomes_received_total").ShouldBe("0");
        Value(metrics, "mlops_predictions_total", "champion", "ok").ShouldBe("5");
        Value(metrics, "mlops_predictions_total", "static", "ok").ShouldBe("5");
        Value(metrics, "mlops_predictions_total", "champion", "rejected").ShouldBe("1");
        Value(metrics, "mlops_outcomes_received_total").ShouldBe("1");
        Value(metrics, "mlops_prediction_duration_seconds_bucket", "\"total\"", "le=\"0.05\"").ShouldNotBeNull();
        Value(metrics, "mlops_model_info", "binned-logistic", "champion").ShouldBe("1");
        Value(metrics, "mlops_inference_log_offset", "writer").ShouldBe("4");
    }

    private static async Task<HttpStatusCode> Status(InferenceHouse house, string path)
    {
        using var answer = await house.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return answer.StatusCode;
    }

    private static string? Value(string metrics, string name, params string[] labels)
        => metrics.Split('\n')
            .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) && labels.Append("\"metered\"").All(label => line.Contains(label, StringComparison.Ordinal)))
            .Select(line => line[(line.IndexOf('}', StringComparison.Ordinal) + 2)..].Split(' ')[0])
            .FirstOrDefault();
}
