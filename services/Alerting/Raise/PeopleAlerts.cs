using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Alerting.Raise;

/// <summary>Alerts about what people have to decide, or have decided. They end with the answer.</summary>
internal static class PeopleAlerts
{
    /// <summary>Whether a decision is nobody's to answer: a version that waits for the end of a freeze alone.</summary>
    public static bool IsNobodys(DecisionMade message) => message is { Action: DecisionActions.AwaitApproval, Missing: 0 };

    public static IReadOnlyList<AlertChange> End(AlertBook book, DecisionMade message) => message.Action switch
    {
        DecisionActions.Unfreeze => book.ResolveWhere(alert => alert.Model == message.Model && alert.Name == AlertRules.Frozen.Name, message.Row, message.Reason),
        DecisionActions.Reject or DecisionActions.RollBack or DecisionActions.Approve when message.Missing is null or 0 => Answered(book, message.Model, message.UpdateId, message.Row, message.Reason),
        _ => [],
    };

    public static IReadOnlyList<AlertChange> End(AlertBook book, ReleaseChanged message) => Answered(book, message.Model, message.UpdateId, message.Row, message.Reason);

    private static IReadOnlyList<AlertChange> Answered(AlertBook book, string model, string updateId, long row, string why) =>
        book.ResolveWhere(alert => alert.Model == model && alert.UpdateId == updateId && alert.Name == AlertRules.ApprovalAwaited.Name, row, why);
}
