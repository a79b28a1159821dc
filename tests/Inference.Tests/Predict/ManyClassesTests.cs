using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Inference.Tests.Predict;

/// <summary>A label of three classes from the first history to the outcomes.</summary>
public sealed class ManyClassesTests
{
    private const string Rows = """{"instances":[{"x":-4},{"x":0},{"x":4}]}""";

    private static readonly FeatureSchema Schema = new([new("x", FeatureKind.Numeric, [])], "country", new MulticlassClassification(["ch", "de", "fr"]));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_names_the_class_and_its_probability_and_the_log_keeps_both()
    {
        await using var house = await ServingAsync();

        var predictions = (await house.PredictAsync(Rows))["predictions"]!.AsArray();

        predictions.Select(prediction => prediction!["class"]!.GetValue<string>()).ShouldBe(["ch", "de", "fr"]);
        predictions.Select(prediction => prediction!["label"]!.GetValue<int>()).ShouldBe([0, 1, 2]);
        var logged = house.ReadLog().OfType<PredictionBatch>().Single();
        logged.Scores.Select(ClassAnswer.ClassOf).ShouldBe([0, 1, 2]);
        logged.Scores.Select(ClassAnswer.ProbabilityOf).ShouldBe(predictions.Select(prediction => prediction!["score"]!.GetValue<double>()));
    }

    [Fact]
    public async Task The_likeliest_classes_are_told_where_they_are_asked_for()
    {
        await using var house = await ServingAsync();

        using var answer = await house.PostAsync("/v1/predictions?topK=2&explain=true", Rows);

        var first = (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!["predictions"]![0]!;
        var classes = first["classes"]!.AsArray();
        classes.Select(each => each!["class"]!.GetValue<string>()).ShouldBe(["ch", "de"]);
        classes[0]!["probability"]!.GetValue<double>().ShouldBe(first["score"]!.GetValue<double>(), 1e-12);
        first["explanation"]!["features"]![0]!["sentence"]!.GetValue<string>().ShouldContain("raises the chance");
    }

    [Theory]
    [InlineData("topK=0")]
    [InlineData("topK=4")]
    [InlineData("topK=x")]
    [InlineData("topK=1&topK=2")]
    public async Task More_classes_than_there_are_are_refused(string query)
    {
        await using var house = await ServingAsync();

        using var answer = await house.PostAsync($"/v1/predictions?{query}", Rows);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("from 1 to 3");
    }

    [Fact]
    public async Task Of_two_classes_no_ranking_is_told()
    {
        await using var house = await InferenceHouse.ServingAsync();

        using var answer = await house.PostAsync("/v1/predictions?topK=1", """{"instance":{"tempo":120,"energy":0.5,"key":"1","mode":"major"}}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("of two the score says all");
    }

    [Fact]
    public async Task An_outcome_is_a_class_by_name_or_number_and_anything_else_is_refused_with_the_classes()
    {
        await using var house = await ServingAsync();
        var ids = (await house.PredictAsync(Rows))["predictions"]!.AsArray().Select(prediction => prediction!["id"]!.GetValue<string>()).ToArray();

        using var taken = await house.PostAsync("/v1/outcomes", $$"""{"outcomes":[{"id":"{{ids[0]}}","label":"fr"},{"id":"{{ids[1]}}","label":1}]}""");
        using var refused = await house.PostAsync("/v1/outcomes", $$"""{"outcomes":[{"id":"{{ids[2]}}","label":3}]}""");

        taken.IsSuccessStatusCode.ShouldBeTrue();
        house.ReadLog().OfType<OutcomeBatch>().Single().Labels.ShouldBe([2, 1]);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync(Cancellation)).ShouldContain("one of the 3 classes by its name or its number from 0 to 2");
    }

    private static async Task<InferenceHouse> ServingAsync()
    {
        var house = await InferenceHouse.StartAsync();
        double[] values = [.. Enumerable.Range(0, 90).Select(i => (i % 3 * 4.0) - 4 + (i % 7 * 0.1))];
        byte[] labels = [.. Enumerable.Range(0, 90).Select(i => (byte)(i % 3))];
        var history = new JsonObject
        {
            ["schema"] = JsonNode.Parse(SchemaJson.Write(Schema)),
            ["instances"] = new JsonArray([.. values.Select(x => (JsonNode)new JsonObject { ["x"] = x })]),
            ["labels"] = new JsonArray([.. labels.Select((label, i) => i % 2 == 0 ? JsonValue.Create((int)label) : (JsonNode)JsonValue.Create(Schema.Task.NameOf(label)))]),
            ["complete"] = true,
        };
        using var answer = await house.PostAsync("/v1/history", history.ToJsonString());
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Cancellation));
        var rows = new DataSet(Schema, values, labels, [.. Enumerable.Range(0, 90).Select(i => (long)i)]);
        IModel model = TrainerCatalog.Get("logistic-regression").Train(rows, new Dictionary<string, double>(), 0);
        await house.ReleaseAsync(1, house.Register(1, model));
        return house;
    }
}
