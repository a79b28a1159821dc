using System.Text;
using Microsoft.Extensions.Options;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>The course: every test is tried, also after one failed, so that all that is wrong is told at once.</summary>
internal sealed class ObstaclesGate(ObstacleOptions options, IEnumerable<IModelFormat>? formats = null, IOptions<PumpOptions>? pumping = null) : IGate
{
    private const int LeastRows = 100;

    private readonly IReadOnlyList<PlacedObstacle> _course = options.Obstacles is { } path ? ObstacleFile.Read(path, [.. formats ?? []]) : [];

    public string Name => "obstacles";

    public int Order => 45;

    public bool IsOn => _course.Count > 0;

    /// <summary>It is tried, and what it fails is told; whether it has to pass is a setting, for nothing could serve in its place.</summary>
    public bool JudgesTheFirst => true;

    public (bool Passed, string Evidence) Judge(Candidate candidate)
    {
        // After a collapse a model of some dozens of rows is to serve at once: so few rows say nothing here.
        if (candidate.Holdout.Count < LeastRows) return (true, FormattableString.Invariant($"not asked: {candidate.Holdout.Count} held-out rows, fewer than {LeastRows}"));

        // A model that learned from its held-out rows is known by one that did not.
        if (candidate.StandIn is { } standIn) candidate = candidate with { Model = standIn };
        var answers = RowAnswers.Of(candidate.Model, candidate.Holdout);
        var results = _course.Where(placed => placed.Test is not IMeasuresTime || pumping?.Value.Lockstep != true).Select(placed => (placed.Test.Name, Result: Try(placed, candidate, answers))).ToList();
        var told = new StringBuilder().Append(FormattableString.Invariant($"{results.Count(result => result.Result.Verdict == ObstacleVerdict.Pass)} of {results.Count} passed"));
        foreach (var verdict in (ObstacleVerdict[])[ObstacleVerdict.Fail, ObstacleVerdict.Warn])
        {
            foreach (var (name, result) in results.Where(result => result.Result.Verdict == verdict))
                told.Append(verdict == ObstacleVerdict.Fail ? "; failed: " : "; warned: ").Append(name).Append(": ").Append(result.Measured);
        }

        var passed = results.All(result => result.Result.Verdict != ObstacleVerdict.Fail);
        return passed || candidate.Champion is not null || options.FirstModelMustPass ? (passed, told.ToString()) : (true, $"the first model, which nothing could replace, serves whatever it fails: {told}");
    }

    private static ObstacleResult Try(PlacedObstacle placed, Candidate candidate, RowAnswers answers)
    {
        var result = Measure(placed.Test, candidate, answers);
        return placed.Blocks || result.Verdict != ObstacleVerdict.Fail ? result : result with { Verdict = ObstacleVerdict.Warn };
    }

    private static ObstacleResult Measure(IObstacle test, Candidate candidate, RowAnswers answers)
    {
        try
        {
            return test.Try(candidate, answers);
        }
        catch (UntestableException e)
        {
            return new ObstacleResult(ObstacleVerdict.Fail, e.Message);
        }
    }
}
