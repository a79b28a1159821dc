using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>A label of four classes, answered by a model that is right about as often as it says.</summary>
public sealed class ManyClassesTests
{
    private const int History = 2_000;
    private const int Change = 9_000;

    private static readonly FeatureSchema Schema = new([new("x", FeatureKind.Numeric, [])], "kind", new MulticlassClassification(["folk", "jazz", "pop", "rock"]));

    [Fact]
    public void Where_nothing_changes_nothing_is_found_and_the_estimate_is_what_comes_true()
    {
        var monitor = Begun();

        var findings = Play(monitor, History, 20_000, _ => [0.4, 0.3, 0.2, 0.1], (_, _) => 0.8, out var health);

        findings.ShouldBeEmpty();
        health.Estimate!.IsTrusted.ShouldBeTrue();
        health.Estimate.Accuracy.ShouldBe(0.8, 0.03);
        health.Estimate.Accuracy.ShouldBe(health.Estimate.Realised!.Value, 0.04);
    }

    [Fact]
    public void A_class_that_happens_more_often_is_named_and_so_is_what_is_answered_more_often()
    {
        var monitor = Begun();

        var findings = Play(monitor, History, 14_000, row => row < Change ? [0.4, 0.3, 0.2, 0.1] : [0.25, 0.2, 0.15, 0.4], (_, _) => 0.8, out _);

        var outcome = findings.Single(finding => finding.Detector == "outcome-share");
        outcome.Feature.ShouldBe("kind=rock");
        outcome.Onset.ShouldBeInRange(Change - 300, Change + 300);
        outcome.Summary.ShouldContain("of outcomes are 'rock'");
        var answer = findings.Single(finding => finding.Detector == "prediction-shift");
        answer.Summary.ShouldStartWith("The model's answer moved away from its first answers");
        answer.Summary.ShouldContain("'rock' makes");
    }

    [Fact]
    public void A_fall_says_in_which_class_the_answers_became_wrong()
    {
        var monitor = Begun();

        var findings = Play(monitor, History, 14_000, _ => [0.4, 0.3, 0.2, 0.1], (row, k) => row >= Change && k == 1 ? 0.1 : 0.8, out _);

        var fall = findings.Single(finding => finding.Kind == DriftFindingKind.RealisedPerformance);
        fall.Onset.ShouldBeInRange(Change - 200, Change + 400);
        fall.Summary.ShouldContain("Most of it where 'jazz' happened:");
    }

    [Fact]
    public void A_monitor_that_is_resumed_finds_the_same()
    {
        var (whole, parted) = (Begun(), Begun());
        double Right(long row, int k) => row >= Change && k == 1 ? 0.1 : 0.8;

        var expected = Play(whole, History, 14_000, _ => [0.4, 0.3, 0.2, 0.1], Right, out _);
        var first = Play(parted, History, 9_500, _ => [0.4, 0.3, 0.2, 0.1], Right, out _);
        var resumed = ModelMonitor.Resume(parted.Save(), Schema);
        var then = Play(resumed, 9_500, 14_000, _ => [0.4, 0.3, 0.2, 0.1], Right, out _);

        first.Concat(then).ShouldBe(expected);
    }

    private static ModelMonitor Begun()
    {
        var monitor = new ModelMonitor(Schema);
        var (values, labels) = (new double[History], new byte[History]);
        for (var row = 0; row < History; row++)
            (values[row], labels[row]) = (ValueOf(row), (byte)ClassOf(row, [0.4, 0.3, 0.2, 0.1]));
        monitor.AddHistory(0, values, default, labels);
        monitor.ChangeModel(History, 1, 0, History, [1.0], new HeldOutErrors(400, 80));
        return monitor;
    }

    // Every row is made of its number, so that a stream can be played in parts.
    private static List<DriftFinding> Play(ModelMonitor monitor, int from, int to, Func<long, double[]> shares, Func<long, int, double> right, out MonitorHealth health)
    {
        var findings = new List<DriftFinding>();
        health = monitor.Check().Health;
        for (long row = from; row < to; row += 50)
        {
            var (values, scores, labels, rows) = (new double[50], new double[50], new byte[50], new long[50]);
            for (var i = 0; i < 50; i++)
            {
                var random = new SplitMix64(SplitMix64.Mix(9, (ulong)(row + i)));
                var happens = ClassOf(row + i, shares(row + i));
                var answered = random.NextDouble() < right(row + i, happens) ? happens : (happens + 1 + random.NextInt(3)) % 4;
                (values[i], scores[i], labels[i], rows[i]) = (ValueOf(row + i), ClassAnswer.Of(answered, 0.7 + (0.2 * random.NextDouble())), (byte)happens, row + i);
            }

            monitor.AddPredictions(row, values, scores, scores, 1);
            monitor.AddOutcomes(rows, labels);
            var report = monitor.Check();
            findings.AddRange(report.Findings);
            health = report.Health;
        }

        return findings;
    }

    private static double ValueOf(long row) => new SplitMix64(SplitMix64.Mix(7, (ulong)row)).NextNormal();

    private static int ClassOf(long row, double[] shares)
    {
        var (drawn, k) = (new SplitMix64(SplitMix64.Mix(8, (ulong)row)).NextDouble(), 0);
        for (; k < shares.Length - 1 && drawn >= shares[k]; k++)
            drawn -= shares[k];
        return k;
    }
}
