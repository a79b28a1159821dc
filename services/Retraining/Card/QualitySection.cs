using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Register;
using static MonitoringDemo.Retraining.Card.CardText;

namespace MonitoringDemo.Retraining.Card;

/// <summary>How right it is on rows that it was not trained on, and for whom not.</summary>
internal static class QualitySection
{
    private static readonly string[] _heads = ["slice", ">rows", ">accuracy (95 %)", ">log loss", ">brier", ">auc"];

    public static CardSection Of(CardSubject subject)
    {
        var metrics = subject.Version.Metrics;
        return new CardSection("How right it is",
        [
            metrics is [var all, ..]
                ? Words($"Before it was registered it was judged on {all.Rows:N0} rows that it was not trained on. Intervals are Wilson's, of rows as if each stood alone; where errors come in spells they are wider.")
                : "It was not judged on rows that it was not trained on: there were none.",
            .. Judged(subject),
            subject.Later is { } later ? Since(subject, later) : "No row with an outcome came after its registration, or the log no longer holds one.",
        ],
        metrics.Count == 0 ? [] : [new CardTable(_heads, [.. metrics.Take(1).Concat(metrics.Skip(1).OrderBy(slice => slice.Accuracy)).Select(Line)])]);
    }

    private static IReadOnlyList<string> Line(SliceMetrics slice) =>
    [
        slice.Slice, Words($"{slice.Rows:N0}"), Share((int)Math.Round(slice.Accuracy * slice.Rows), slice.Rows), Words($"{slice.LogLoss:0.000}"), Words($"{slice.Brier:0.000}"), Words($"{slice.Auc:0.000}"),
    ];

    private static IEnumerable<string> Judged(CardSubject subject)
    {
        if (ExperimentView.All(subject.State).FirstOrDefault(tried => tried.Version == subject.Version.Version) is not { } won) yield break;
        if (won is { LogLoss: { } loss, LogLossInterval: { } interval })
            yield return Words($"Against the others of its run it had a log loss of {loss:0.000} ({interval.Lower:0.000} to {interval.Upper:0.000}, by a block bootstrap with blocks of {interval.BlockLength} rows) on {won.HoldoutRows:N0} rows. {won.Reason}");
    }

    private static string Since(CardSubject subject, Learning.Schema.DataSet later)
    {
        var answers = RowAnswers.Of(subject.Model, later);
        return Words($"On the {later.Count:N0} rows with an outcome that came next ({later.RowNumbers[0]:N0} to {later.RowNumbers[^1]:N0}), whoever answered them, it is right on {Share(answers.Right, later.Count)}.");
    }
}
