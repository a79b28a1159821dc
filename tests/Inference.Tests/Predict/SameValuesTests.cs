using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Inference.Tests.Predict;

/// <summary>The same songs, once as history that a model is trained on and once as requests that it answers.</summary>
public sealed class SameValuesTests
{
    [Theory]
    [InlineData("binned-logistic")]
    [InlineData("logistic-regression")]
    [InlineData("gradient-boosting")]
    public async Task A_song_has_the_same_values_and_the_same_score_in_training_and_in_serving(string trainer)
    {
        await using var house = await InferenceHouse.StartAsync();
        var songs = string.Join(',', Enumerable.Range(0, 400).Select(Song));
        var labels = string.Join(',', Enumerable.Range(0, 400).Select(i => i * 7 % 5 < 2 ? 1 : 0));
        (await house.PostAsync("/v1/history", $$"""{"schema":{{SongWorld.SchemaText}},"label":"hit","instances":[{{songs}}],"labels":[{{labels}}],"complete":true}""")).EnsureSuccessStatusCode();
        var history = house.ReadLog().OfType<HistoryBatch>().Single();
        var model = TrainerCatalog.Get(trainer).Train(
            new DataSet(SongWorld.Schema, history.Features, history.Labels, [.. Enumerable.Range(0, 400).Select(i => (long)i)]), new Dictionary<string, double>(), 0);
        await house.ReleaseAsync(1, house.Register(1, model));

        var answer = await house.PredictAsync($$"""{"instances":[{{songs}}]}""");

        var served = house.ReadLog().OfType<PredictionBatch>().Single();
        served.Features.Select(BitConverter.DoubleToInt64Bits).ShouldBe(history.Features.Select(BitConverter.DoubleToInt64Bits));
        var inTraining = new double[400];
        model.Score(history.Features, inTraining);
        answer["predictions"]!.AsArray().Select(prediction => prediction!["score"]!.GetValue<double>()).ShouldBe(inTraining);
        history.Features.Count(double.IsNaN).ShouldBeGreaterThan(50, "missing values are among them");
        history.Features.Chunk(4).Count(row => row[2] == 3).ShouldBeGreaterThan(10, "and categories that the schema does not know");
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1.0", 1)]
    [InlineData("1e0", 1)]
    [InlineData("10E-1", 1)]
    [InlineData("-0", 0)]
    [InlineData("1.5", 3)]
    [InlineData("\"1\"", 1)]
    [InlineData("\"1.0\"", 3)]
    public async Task A_number_is_the_same_category_however_it_is_written_and_a_text_is_what_it_says(string key, int code)
    {
        await using var house = await InferenceHouse.ServingAsync();

        await house.PredictAsync("""{"instance":{"tempo":120,"energy":0.5,"key":""" + key + ""","mode":"major"}}""");
        await house.PredictAsync("""{ "instance" : { "mode":"major", "tempo":120, "energy":0.5, "key" : """ + key + " } }");

        house.ReadLog().OfType<PredictionBatch>().Select(batch => batch.Features[2]).ShouldBe([code, code]);
    }

    // Numbers with all their digits, nulls, categories as text and as number, rare ones and unknown ones.
    private static string Song(int i)
    {
        var row = SongWorld.Row(9, i);
        var energy = i % 5 == 0 ? "null" : row[1].ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        var key = i % 20 == 3 ? "\"H\"" : i % 2 == 0 ? $"{(int)row[2]}" : $"\"{(int)row[2]}\"";
        var mode = i % 50 == 0 ? "null" : i % 90 == 1 ? "\"minor\"" : "\"major\"";
        return FormattableString.Invariant($$"""{"mode":{{mode}},"tempo":{{row[0]:R}},"energy":{{energy}},"key":{{key}}}""");
    }
}
