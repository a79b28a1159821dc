using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Onnx.Tests;

public sealed class OnnxExportTests
{
    public static TheoryData<string> Trainers => [.. TrainerCatalog.Find().Select(trainer => trainer.Name).Where(name => name != "shuffled-labels")];

    [Theory]
    [MemberData(nameof(Trainers))]
    public void What_a_trainer_has_learned_scores_the_same_in_OnnxRuntime(string trainer)
    {
        var data = Problem.Textbook(2_000, 7);
        var model = TrainerCatalog.Get(trainer).Train(data, Problem.Defaults, 1);
        double[][] rows = [.. Enumerable.Range(0, data.Count).Select(i => data.Row(i).ToArray()), [double.NaN, double.NaN, double.NaN, double.NaN], [0, 10, 0, 4], [1e308, double.NegativeInfinity, 0, 3]];

        using var session = new InferenceSession(OnnxExport.Write(model, new ExportedAs("hits", 1, "00")));
        var scores = Runtime.Scores(session, data.Schema, rows);

        scores.Zip(rows, (score, row) => Math.Abs(score - model.Score(row))).Max().ShouldBeLessThan(1e-12);
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Of_more_than_two_classes_each_has_its_probability(string trainer)
    {
        var data = Problem.Corners(1_500, 7);
        var model = TrainerCatalog.Get(trainer).Train(data, Problem.Defaults, 1);
        double[][] rows = [.. Enumerable.Range(0, data.Count).Select(i => data.Row(i).ToArray()), [.. Enumerable.Repeat(double.NaN, data.Schema.Count)]];
        var classes = data.Schema.Task.Classes;

        using var session = new InferenceSession(OnnxExport.Write(model, new ExportedAs("hits", 1, "00")));
        var there = Runtime.Scores(session, data.Schema, rows);

        var here = rows.SelectMany(row =>
        {
            var probabilities = new double[classes];
            model.Probabilities(row, probabilities);
            return probabilities;
        }).ToArray();
        there.Length.ShouldBe(here.Length);
        there.Zip(here, (one, other) => Math.Abs(one - other)).Max().ShouldBeLessThan(1e-12);
        var said = session.ModelMetadata.CustomMetadataMap;
        (said["output"], said["task"]).ShouldBe(("probabilities", "multiclass-classification"));
        JsonSerializer.Deserialize<string[]>(said["classes"]).ShouldBe(data.Schema.Task.ClassNames);
    }

    [Fact]
    public void The_file_says_where_it_comes_from_and_how_its_inputs_are_filled()
    {
        var data = Problem.Textbook(500, 7);
        var model = TrainerCatalog.Get("gradient-boosting").Train(data, Problem.Defaults, 1);
        var sha256 = ModelArtifact.Sha256(model.ToArtifact());

        using var session = new InferenceSession(OnnxExport.Write(model, new ExportedAs("hits", 12, sha256)));
        var said = session.ModelMetadata.CustomMetadataMap;

        said.Where(entry => entry.Key != "features").Select(entry => $"{entry.Key}={entry.Value}").Order(StringComparer.Ordinal).ShouldBe(
        [
            "algorithm=gradient-boosting", "label=y", "model=hits", "output=probability", "precision=double", $"sha256={sha256}", "task=binary-classification", "version=12",
        ]);
        JsonDocument.Parse(said["features"]).RootElement.GetRawText().ShouldBe(
            """[{"name":"x0","kind":"numeric"},{"name":"x1","kind":"numeric"},{"name":"noise","kind":"numeric"},{"name":"key","kind":"categorical","categories":["A","B","C","never"],"missing":""}]""");
        session.InputMetadata.Keys.ShouldBe(["x0", "x1", "noise", "key"]);
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes()
    {
        var model = RandomModels.Make(new Random(5));

        var (first, second) = (OnnxExport.Write(model, new ExportedAs("hits", 1, "00")), OnnxExport.Write(model, new ExportedAs("hits", 1, "00")));

        second.ShouldBe(first);
    }

    [Fact]
    public void A_family_that_it_does_not_know_is_refused_by_name()
    {
        var model = new Foreign(Problem.Numeric(2));

        var refused = Should.Throw<NotSupportedException>(() => OnnxExport.Write(model, new ExportedAs("hits", 1, "00")));

        refused.Message.ShouldContain("'foreign'");
    }

    [Fact]
    public void A_feature_without_a_name_is_refused()
    {
        var model = new Foreign(new FeatureSchema([new Feature("", FeatureKind.Numeric, [])], "y"));

        var refused = Should.Throw<NotSupportedException>(() => OnnxExport.Write(model, new ExportedAs("hits", 1, "00")));

        refused.Message.ShouldContain("no name");
    }

    private sealed class Foreign(FeatureSchema schema) : IModel
    {
        public string Algorithm => "foreign";

        public FeatureSchema Schema => schema;

        public double Score(ReadOnlySpan<double> row) => 0.5;

        public void Score(ReadOnlySpan<double> rows, Span<double> scores) => scores.Fill(0.5);

        public byte[] ToArtifact() => [];
    }
}
