using System.Text.Json;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Artifacts;

/// <summary>Scores from the JSON file alone, as <c>docs/foreign-models.md</c> says it.</summary>
public sealed class ReadableModelTests
{
    [Theory]
    [InlineData("logistic-regression")]
    [InlineData("binned-logistic")]
    [InlineData("gradient-boosting")]
    public void A_row_is_scored_from_the_file_as_the_document_says(string trainer)
    {
        var data = Problem.Textbook(2_000, 11);
        var model = TrainerCatalog.Get(trainer).Train(data, Problem.Defaults, 1);
        double[][] rows = [.. Enumerable.Range(0, data.Count).Select(i => data.Row(i).ToArray()), [double.NaN, double.NaN, double.NaN, double.NaN], [0, 10, 0, 4], [1e308, double.NegativeInfinity, 0, 3]];

        using var file = JsonDocument.Parse(ReadableModel.Write(model.ToArtifact(), "hits", 3));
        var difference = rows.Max(row => Math.Abs(Score(file.RootElement, row) - model.Score(row)));

        difference.ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void The_file_says_where_it_comes_from()
    {
        var artifact = TrainerCatalog.Get("logistic-regression").Train(Problem.Textbook(500, 11), Problem.Defaults, 1).ToArtifact();

        using var file = JsonDocument.Parse(ReadableModel.Write(artifact, "hits", 3));

        file.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(["format", "formatVersion", "model", "version", "sha256", "algorithm", "schema", "parameters"]);
        file.RootElement.GetProperty("sha256").GetString().ShouldBe(ModelArtifact.Sha256(artifact));
        file.RootElement.GetProperty("version").GetInt32().ShouldBe(3);
    }

    private static double Score(JsonElement file, double[] row)
    {
        var features = file.GetProperty("schema").GetProperty("features").EnumerateArray().ToArray();
        var parameters = file.GetProperty("parameters");
        var logOdds = file.GetProperty("algorithm").GetString() == "gradient-boosting"
            ? parameters.GetProperty("base").GetDouble() + parameters.GetProperty("trees").EnumerateArray().Sum(tree => Leaf([.. tree.EnumerateArray()], row, features))
            : parameters.GetProperty("intercept").GetDouble() + parameters.GetProperty("terms").EnumerateArray().Select((term, i) => Term(term, row[i])).Sum();
        return 1 / (1 + Math.Exp(-logOdds));
    }

    private static double Term(JsonElement term, double value)
    {
        if (double.IsNaN(value)) return term.GetProperty("missing").GetDouble();
        if (term.TryGetProperty("categories", out var weights)) return value < weights.GetArrayLength() ? weights[(int)value].GetDouble() : term.GetProperty("unseen").GetDouble();
        if (term.TryGetProperty("edges", out var edges)) return term.GetProperty("weights")[edges.EnumerateArray().Count(edge => value >= edge.GetDouble())].GetDouble();
        var deviation = term.GetProperty("deviation").GetDouble();
        var standard = deviation == 0 ? 0 : (Math.Clamp(value, -1e300, 1e300) - term.GetProperty("mean").GetDouble()) / deviation;
        return term.GetProperty("weight").GetDouble() * Math.Clamp(standard, -1e6, 1e6);
    }

    private static double Leaf(JsonElement[] nodes, double[] row, JsonElement[] features)
    {
        var at = 0;
        while (nodes[at].GetArrayLength() == 4)
            at = GoesLeft(nodes[at], row, features) ? at + 1 : Behind(nodes, at + 1);
        return nodes[at][0].GetDouble();
    }

    private static bool GoesLeft(JsonElement node, double[] row, JsonElement[] features)
    {
        var (feature, question, missing) = (node[0].GetInt32(), node[1], node[2].GetBoolean());
        var value = row[feature];
        if (question.ValueKind == JsonValueKind.Array)
            return double.IsNaN(value) || value >= features[feature].GetProperty("categories").GetArrayLength() ? missing : question.EnumerateArray().Any(code => code.GetInt32() == value);
        return double.IsNaN(value) ? missing : question.ValueKind == JsonValueKind.Null || value < question.GetDouble();
    }

    private static int Behind(JsonElement[] nodes, int at) => nodes[at].GetArrayLength() == 2 ? at + 1 : Behind(nodes, Behind(nodes, at + 1));
}
