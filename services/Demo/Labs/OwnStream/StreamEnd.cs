using MonitoringDemo.Demo.Report;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Labs.OwnStream;

/// <summary>What a fleet does about a stream, at most: the words of lab 11.</summary>
internal static class StreamEnd
{
    /// <summary>No finding and no new model.</summary>
    public const string Nothing = "nothing";

    /// <summary>Something was found, and no model was trained for it.</summary>
    public const string Watched = "watched";

    /// <summary>Another model than the first serves in the end, or is decided on.</summary>
    public const string NewModel = "new-model";

    public static IReadOnlyList<string> All { get; } = [Nothing, Watched, NewModel];

    /// <summary>What came of a run.</summary>
    public static string Of(RunReport report) =>
        report.Models.Count > 1 || report.Decisions.Any(decision => decision.Action is DecisionActions.Retrain or DecisionActions.Replace) ? NewModel
        : report.Findings.Count > 0 ? Watched
        : Nothing;
}
