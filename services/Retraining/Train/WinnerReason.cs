using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Why a candidate won, in one sentence with its numbers.</summary>
internal static class WinnerReason
{
    public static string Of(Attempt winner, MetricInterval? interval, IReadOnlyList<Attempt> attempts, DataSet holdout, BootstrapOptions bootstrap)
    {
        var rest = LeftOut(attempts);
        if (winner.Result is not { } result || interval is null)
            return $"{Sentence(winner.Words)} goes on untested, because there are no newer rows to judge candidates on{rest}.";

        var tried = attempts.Where(attempt => attempt.Result is not null).ToList();
        var next = tried.Where(attempt => attempt != winner).MinBy(attempt => attempt.Result!.LogLoss);
        var field = tried.Count == 1 ? "was the only one tried; its log loss" : FormattableString.Invariant($"had the lowest log loss of {tried.Count}");
        return FormattableString.Invariant(
            $"{Sentence(winner.Words)} {field} on the {holdout.Count:N0} newest rows: {result.LogLoss:0.0000} ({interval.Lower:0.0000} to {interval.Upper:0.0000}){Lead(winner, next, holdout, bootstrap)}{rest}.");
    }

    /// <summary>Why the first candidate makes the first model though another did better.</summary>
    public static string Kept(Attempt first, IReadOnlyList<Attempt> attempts, ConfidenceInterval lead, int rows) => $"{Sentence(first.Words)} stays, {NotBetter(first, attempts, lead, rows)}";

    /// <summary>Why one that learned from more rows was taken though another did better.</summary>
    public static string MoreRows(Attempt taken, IReadOnlyList<Attempt> attempts, ConfidenceInterval lead, int rows) => $"{Sentence(taken.Words)} is taken for its many rows, {NotBetter(taken, attempts, lead, rows)}";

    private static string NotBetter(Attempt taken, IReadOnlyList<Attempt> attempts, ConfidenceInterval lead, int rows)
    {
        var best = SafeChoice.Best(attempts)!;
        return FormattableString.Invariant(
            $"because {best.Words} is not better by more than a standard error on the {rows:N0} newest rows: log loss {best.Result!.LogLoss:0.0000} against {taken.Result!.LogLoss:0.0000}, a lead of {lead.Estimate:0.0000} ({lead.Lower:0.0000} to {lead.Upper:0.0000}){LeftOut(attempts)}.");
    }

    private static string LeftOut(IReadOnlyList<Attempt> attempts) => attempts.Count(attempt => attempt.LeftOut is not null) switch
    {
        0 => "",
        1 => "; 1 more was left out for the budget",
        var many => FormattableString.Invariant($"; {many} more were left out for the budget"),
    };

    private static string Lead(Attempt winner, Attempt? next, DataSet holdout, BootstrapOptions bootstrap)
    {
        if (next is null) return "";
        var lead = BlockBootstrap.Difference(winner.Answers!, next.Answers!, Metric.LogLoss, bootstrap);
        return FormattableString.Invariant($", {lead.Estimate:0.0000} ({lead.Lower:0.0000} to {lead.Upper:0.0000}) below the next, {next.Words}");
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
