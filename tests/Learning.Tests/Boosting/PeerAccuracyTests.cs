using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Data;
using MonitoringDemo.Learning.Tests.Fixtures;

namespace MonitoringDemo.Learning.Tests.Boosting;

/// <summary>
/// Held to the answers of scikit-learn's HistGradientBoostingClassifier (benchmarks/peers/boosting.py): the first 60 % of the
/// rows in time train, the rest test, with the same settings on both sides.
/// </summary>
public class PeerAccuracyTests
{
    private static readonly Dictionary<string, double> SameSettings = new() { ["trees"] = 150, ["leaves"] = 31, ["rate"] = 0.1 };

    public static TheoryData<string> Sets => [.. Fixture.Json("boosting.json").GetProperty("sets").EnumerateObject().Select(set => set.Name)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Accuracy_is_that_of_scikit_learn(string name)
    {
        var peer = Fixture.Json("boosting.json").GetProperty("sets").GetProperty(name);
        var cut = peer.GetProperty("trainingRows").GetInt32();
        var data = SharedData.Read(peer.GetProperty("file").GetString()!, FeatureSchemas.Of(peer));
        var answers = peer.GetProperty("answers").GetBytesFromBase64();

        var test = data.Slice(cut, data.Count);
        var model = new GradientBoostingTrainer().Train(data.Slice(0, cut), SameSettings, 0);

        test.Count.ShouldBe(peer.GetProperty("testRows").GetInt32());
        var (difference, standardError) = Compare(model, test, answers);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{name}: scikit-learn {peer.GetProperty("accuracy").GetDouble():0.0000}, ours {difference:+0.0000;-0.0000} (standard error {standardError:0.0000}) on {test.Count} rows"));
        Math.Abs(difference).ShouldBeLessThanOrEqualTo(Math.Max(0.01, 2 * standardError));
    }

    // Ours less theirs, and the standard error of the mean of the paired difference.
    private static (double Difference, double StandardError) Compare(IModel model, DataSet test, byte[] answers)
    {
        double sum = 0, squares = 0;
        for (var i = 0; i < test.Count; i++)
        {
            var theirs = (answers[i / 8] >> (7 - (i % 8))) & 1;
            var ours = Evaluator.Decide(model.Score(test.Row(i)));
            var difference = (ours == test.Labels[i] ? 1 : 0) - (theirs == test.Labels[i] ? 1 : 0);
            sum += difference;
            squares += difference * difference;
        }

        var mean = sum / test.Count;
        return (mean, Math.Sqrt(((squares / test.Count) - (mean * mean)) / test.Count));
    }
}
