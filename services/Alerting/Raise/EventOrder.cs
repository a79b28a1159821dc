using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Alerting.Raise;

/// <summary>Queues race each other; rows do not. Events are applied by row, and within a row in the order of an incident.</summary>
internal static class EventOrder
{
    public static IEnumerable<ReceivedEvent> Sort(IEnumerable<ReceivedEvent> events) => events
        .OrderBy(e => RowOf(e.Message) ?? long.MaxValue)
        .ThenBy(e => RankOf(e.Message))
        .ThenBy(e => e.MessageId);

    public static long? RowOf(object message) => message switch
    {
        FindingsReported m => m.Row,
        FindingsCleared m => m.Row,
        DecisionMade m => m.Row,
        ReleaseChanged m => m.Row,
        ModelLoaded m => m.Row,
        _ => null,
    };

    public static string ModelOf(object message) => message switch
    {
        FindingsReported m => m.Model,
        FindingsCleared m => m.Model,
        DecisionMade m => m.Model,
        ReleaseChanged m => m.Model,
        ModelLoaded m => m.Model,
        ModelLoadFailed m => m.Model,
        CloseAlert m => m.Model,
        _ => throw new ArgumentException($"{message.GetType().Name} raises no alert.", nameof(message)),
    };

    private static int RankOf(object message) => message switch
    {
        FindingsReported => 0,
        DecisionMade => 1,
        ReleaseChanged => 2,
        ModelLoadFailed => 3,
        ModelLoaded => 4,
        _ => 5,
    };
}
