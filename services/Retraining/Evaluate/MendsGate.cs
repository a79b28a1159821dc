using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>Where accuracy fell and no input moved, the candidate answers more rows right than the champion, by a paired test. Where it does not there is nothing new to learn: labels that are noisier than they were look like that.</summary>
/// <remarks>
/// A model that learned noise is less sure of itself, which pays in log loss and in squared error, so the other gates let it pass; its answers are no better, and on true labels often worse. After a
/// collapse it is not asked: noise does not take a quarter of the right answers at once, and what is asked there has to be shown by a dozen rows.
/// </remarks>
internal sealed class MendsGate(JudgingOptions options) : IGate
{
    public const string GateName = "mends";

    public string Name => GateName;

    public int Order => 35;

    public bool Concerns(Candidate candidate) => candidate.ToMend > 0 && !Stakes.IsCollapse(candidate.ToMend);

    public (bool Passed, string Evidence) Judge(Candidate candidate)
    {
        var result = PairedComparison.Compare(candidate.Champion!, candidate.Model, candidate.Holdout);
        var passed = result.AccuracyPValue < options.MendAlpha;
        return (passed, FormattableString.Invariant(
            $"{100 * result.AccuracyDifference:+0.0;-0.0;0.0} points on {result.Rows} newer rows of the {100 * candidate.ToMend:0.0} that were lost{(passed ? "" : ": too few for a concept that can be learned, so the outcomes may be noisier than they were")} (p {result.AccuracyPValue:0.0000}, needed below {options.MendAlpha:0.00##})"));
    }
}
