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

    private static async Task<HttpStatusCode> Status(InferenceHouse house, string path)
    {
        using var answer = await house.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return answer.StatusCode;
    }
}
