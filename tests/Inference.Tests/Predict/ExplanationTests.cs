using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Inference.Tests.Predict;

public sealed class ExplanationTests
{
    private const string Explained = "/v1/predictions?explain=true";
    private const string Odd = """{"instances":[{"tempo":171.25,"energy":null,"key":"1","mode":"major"},{"tempo":62,"energy":0.9,"key":"11","mode":null}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("binned-logistic")]
    [InlineData("gradient-boosting")]
    public async Task Every_prediction_says_which_features_made_it_and_the_numbers_sum_to_its_score(string trainer)
    {
        await using var house = await ServingWideAsync(trainer);

        var answer = await PostAsync(house, Explained, WideRequest(40));

        var predictions = answer["predictions"]!.AsArray();
        predictions.Count.ShouldBe(40);
        foreach (var prediction in predictions)
        {
            var explanation = prediction!["explanation"]!;
            var features = explanation["features"]!.AsArray();
            features.Count.ShouldBe(5);
            var contributions = features.Select(feature => feature!["contribution"]!.GetValue<double>()).ToArray();
            contributions.Select(Math.Abs).ShouldBeInOrder(SortDirection.Descending);
            var logOdds = explanation["base"]!.GetValue<double>() + contributions.Sum() + explanation["others"]!.GetValue<double>();
            Deterministic.Sigmoid(logOdds).ShouldBe(prediction["score"]!.GetValue<double>(), 1e-12);
        }

        var strongest = predictions.Select(prediction => prediction!["explanation"]!["features"]![0]!["feature"]!.GetValue<string>()).CountBy(name => name);
        strongest.MaxBy(count => count.Value).Key.ShouldBe("x1", "it decides most in this world");
    }

    [Fact]
    public async Task Words_and_numbers_tell_values_categories_and_what_is_missing_or_was_never_seen()
    {
        await using var house = await InferenceHouse.ServingAsync();

        var answer = await PostAsync(house, Explained, Odd);

        var (first, second) = (Features(answer, 0), Features(answer, 1));
        first.Keys.ShouldBe(["tempo", "energy", "key", "mode"], ignoreOrder: true);
        first["tempo"]["value"]!.GetValue<double>().ShouldBe(171.25);
        first["tempo"]["sentence"]!.GetValue<string>().ShouldMatch(@"^tempo 171\.25 raises the chance \(\+\d\.\d\d\)$");
        first["energy"]["value"].ShouldBeNull();
        first["energy"]["sentence"]!.GetValue<string>().ShouldStartWith("energy is missing, which ");
        first["key"]["value"]!.GetValue<string>().ShouldBe("1");
        first["key"]["sentence"]!.GetValue<string>().ShouldStartWith("key 1 ");
        second["tempo"]["sentence"]!.GetValue<string>().ShouldMatch(@"^tempo 62 lowers the chance \(-\d\.\d\d\)$");
        second["key"]["value"].ShouldBeNull();
        second["key"]["sentence"]!.GetValue<string>().ShouldStartWith("key is of a category never seen, which ");
    }

    [Fact]
    public async Task A_zero_has_no_sign_in_words_or_numbers()
    {
        await using var house = await InferenceHouse.ServingAsync();

        using var answer = await house.PostAsync(Explained, """{"instance":{"tempo":-0.0,"energy":-0.0004,"key":"0","mode":"major"}}""");

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        text.ShouldNotContain("\"value\":-0,");
        text.ShouldNotContain("\"contribution\":-0,");
        var features = Features(JsonNode.Parse(text)!, 0);
        features["tempo"]["sentence"]!.GetValue<string>().ShouldStartWith("tempo 0 ");
        features["energy"]["sentence"]!.GetValue<string>().ShouldStartWith("energy -0.0004 ");
    }

    [Fact]
    public async Task Beside_its_explanation_an_answer_is_the_same_and_logged_the_same()
    {
        await using var house = await InferenceHouse.ServingAsync();
        var plain = await PostAsync(house, "/v1/predictions", Odd);
        var off = await PostAsync(house, "/v1/predictions?explain=false", Odd);

        var explained = await PostAsync(house, "/v1/predictions?explain=TRUE", Odd);

        plain["predictions"]![0]!.AsObject().Select(member => member.Key).ShouldBe(["id", "score", "label"]);
        off["predictions"]![0]!.AsObject().Select(member => member.Key).ShouldBe(["id", "score", "label"]);
        explained["predictions"]!.AsArray().Select(p => p!["score"]!.GetValue<double>()).ShouldBe(plain["predictions"]!.AsArray().Select(p => p!["score"]!.GetValue<double>()));
        var batches = house.ReadLog().OfType<PredictionBatch>().ToList();
        batches.Count.ShouldBe(3);
        batches[2].Features.ShouldBe(batches[0].Features);
    }

    [Theory]
    [InlineData("explain=1")]
    [InlineData("explain=yes")]
    [InlineData("explain=banana")]
    [InlineData("explain=")]
    [InlineData("explain")]
    [InlineData("explain=true&explain=true")]
    public async Task Any_other_value_is_refused_and_nothing_is_served(string query)
    {
        await using var house = await InferenceHouse.ServingAsync(history: 1);

        using var answer = await house.PostAsync("/v1/predictions?" + query, Odd);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
        problem["detail"]!.GetValue<string>().ShouldContain("'true' or 'false'");
        problem["errors"]!["explain"].ShouldNotBeNull();
        house.ReadLog().OfType<PredictionBatch>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("explian=true", "explian")]
    [InlineData("explain=true&verbose", "verbose")]
    [InlineData("a=1&b=2&explain=banana", "b")]
    [InlineData("=true", "query")]
    public async Task A_parameter_that_is_not_known_is_refused_by_its_name_and_nothing_is_served(string query, string name)
    {
        await using var house = await InferenceHouse.ServingAsync(history: 1);

        using var answer = await house.PostAsync("/v1/predictions?" + query, Odd);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
        problem["errors"]![name]![0]!.GetValue<string>().ShouldContain("send 'explain'");
        house.ReadLog().OfType<PredictionBatch>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_query_without_parameters_is_none()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 1);

        using var answer = await house.PostAsync("/v1/predictions?&", Odd);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_repeated_request_is_explained_by_the_version_that_answered_it_while_that_is_loaded()
    {
        await using var house = await InferenceHouse.ServingAsync();
        await house.ReleaseAsync(2, house.Register(2, SongWorld.Model(2)));
        var request = SongWorld.Request(3, out _, requestId: "why");
        var first = await PostAsync(house, Explained, request);

        await house.ReleaseAsync(3, house.Register(3, SongWorld.Model(3)), house.Register(2, SongWorld.Model(2)));
        var inShadow = await PostAsync(house, Explained, request);
        await house.ReleaseAsync(4, house.Register(3, SongWorld.Model(3)));
        var gone = await PostAsync(house, Explained, request);

        inShadow.ToJsonString().ShouldBe(first.ToJsonString());
        gone["predictions"]![0]!["score"]!.GetValue<double>().ShouldBe(first["predictions"]![0]!["score"]!.GetValue<double>());
        gone["predictions"]![0]!["explanation"].ShouldBeNull();
        gone["notExplained"]!.GetValue<string>().ShouldContain("Version 2");
        house.ReadLog().OfType<PredictionBatch>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_description_of_the_API_names_the_parameter_and_the_explanation()
    {
        await using var house = await InferenceHouse.StartAsync();

        var api = (await house.Http.GetFromJsonAsync<JsonNode>(new Uri("/openapi/v1.json", UriKind.Relative), Cancellation))!;

        var parameter = api["paths"]!["/v1/predictions"]!["post"]!["parameters"]![0]!;
        (parameter["name"]!.GetValue<string>(), parameter["in"]!.GetValue<string>()).ShouldBe(("explain", "query"));
        parameter["description"]!.GetValue<string>().ShouldContain("five strongest");
        api["components"]!["schemas"]!["FeatureContribution"]!["properties"]!["sentence"].ShouldNotBeNull();
    }

    private static Dictionary<string, JsonNode> Features(JsonNode answer, int prediction) =>
        answer["predictions"]![prediction]!["explanation"]!["features"]!.AsArray().ToDictionary(feature => feature!["feature"]!.GetValue<string>(), feature => feature!);

    private static async Task<JsonNode> PostAsync(InferenceHouse house, string path, string body)
    {
        using var answer = await house.PostAsync(path, body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
    }

    // Eight numbers, of which the second decides most.
    private static async Task<InferenceHouse> ServingWideAsync(string trainer)
    {
        var schema = new FeatureSchema([.. Enumerable.Range(0, 8).Select(i => new Feature($"x{i}", FeatureKind.Numeric, []))], "hit");
        var random = new SplitMix64(4);
        var (values, labels) = (new double[8 * 800], new byte[800]);
        for (var i = 0; i < values.Length; i++) values[i] = random.NextNormal();
        for (var i = 0; i < labels.Length; i++) labels[i] = random.NextDouble() < Deterministic.Sigmoid((3 * values[(8 * i) + 1]) - values[8 * i]) ? (byte)1 : (byte)0;
        var model = TrainerCatalog.Get(trainer).Train(new DataSet(schema, values, labels, [.. Enumerable.Range(0, 800).Select(i => (long)i)]), new Dictionary<string, double>(), 0);
        var house = await InferenceHouse.StartAsync();
        await house.ReleaseAsync(1, house.Register(1, model));
        return house;
    }

    private static string WideRequest(int rows)
    {
        var random = new SplitMix64(5);
        var songs = Enumerable.Range(0, rows).Select(_ => (JsonNode)new JsonObject(Enumerable.Range(0, 8).Select(i => KeyValuePair.Create($"x{i}", (JsonNode?)random.NextNormal())))).ToArray();
        return new JsonObject { ["instances"] = new JsonArray(songs) }.ToJsonString();
    }
}
