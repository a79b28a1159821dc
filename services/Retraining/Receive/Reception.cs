using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Retire;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>Turns messages into journal events: in a fixed order, and each only once.</summary>
internal static class Reception
{
    /// <param name="model">Messages about other models are none of ours.</param>
    /// <param name="ordinal">The log's next record: outcomes from there on are fresh evidence for a finding.</param>
    public static IReadOnlyList<JournalEvent> ToEvents(IEnumerable<ReceivedMessage> messages, string model, long ordinal, RegistryState state)
    {
        var events = new List<JournalEvent>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool IsNew(string key) => !state.Known.Contains(key) && seen.Add(key);

        foreach (var (message, trace) in messages.OrderBy(Row).ThenBy(Kind).ThenBy(Incident, StringComparer.Ordinal))
        {
            switch (message)
            {
                case FindingsReported reported when reported.Model == model:
                    var fresh = reported.Findings.Where(finding => IsNew(Keys.Finding(finding.Id))).ToList();
                    if (fresh.Count > 0) events.Add(new FindingsReceived(reported.UpdateId, fresh, ordinal, trace));
                    break;
                case FindingsCleared cleared when cleared.Model == model:
                    events.Add(new FindingsEnded(cleared.UpdateId, cleared.Cleared));
                    break;
                case ModelLoaded loaded when loaded.Model == model && IsNew(Keys.Applied(loaded.ReleaseSequence)):
                    events.Add(new ReleaseApplied(loaded.UpdateId, loaded.ReleaseSequence, loaded.Row, loaded.ChampionVersion, loaded.ShadowVersion));
                    break;
                case ModelLoadFailed failed when failed.Model == model && IsNew(Keys.Refused(failed.ReleaseSequence)):
                    events.Add(new ReleaseRefused(failed.UpdateId, failed.ReleaseSequence, failed.Version, failed.Reason));
                    break;
                case RetrainModel retrain when retrain.Model == model && IsNew(Keys.Command(retrain.UpdateId)):
                    events.Add(new RetrainRequested(retrain, trace));
                    break;
                case RestoreModel restore when restore.Model == model && IsNew(Keys.Command(restore.UpdateId)):
                    events.Add(new RestoreRequested(restore, trace));
                    break;
                case AcceptData accept when accept.Model == model && IsNew(Keys.Command(accept.UpdateId)):
                    events.Add(new AcceptRequested(accept, trace));
                    break;
                case RollBackRelease back when back.Model == model && IsNew(Keys.Command(back.UpdateId)):
                    events.Add(new RollBackRequested(back));
                    break;
                case SetFreeze freeze when freeze.Model == model && IsNew(Keys.Command(freeze.UpdateId)):
                    events.Add(new FreezeRequested(freeze));
                    break;
                case RetireVersion retire when retire.Model == model && IsNew(Keys.Command(retire.UpdateId)):
                    events.Add(new RetirementRequested(retire));
                    break;
                case JudgeVersion judge when judge.Model == model && IsNew(Keys.Command(judge.UpdateId)):
                    events.Add(new JudgementRequested(judge));
                    break;
            }
        }

        return events;
    }

    private static long Row(ReceivedMessage received) => received.Message switch
    {
        FindingsReported reported => reported.Row,
        FindingsCleared cleared => cleared.Row,
        ModelLoaded loaded => loaded.Row,
        _ => long.MaxValue,
    };

    // At the same row: what ended, ended before what began.
    private static int Kind(ReceivedMessage received) => received.Message switch
    {
        ModelLoaded => 0,
        FindingsCleared => 1,
        FindingsReported => 2,
        ModelLoadFailed => 3,
        RestoreModel => 4,
        _ => 5,
    };

    private static string Incident(ReceivedMessage received) => received.Message switch
    {
        FindingsReported reported => reported.UpdateId,
        FindingsCleared cleared => cleared.UpdateId,
        RetrainModel retrain => retrain.UpdateId,
        RestoreModel restore => restore.UpdateId,
        AcceptData accept => accept.UpdateId,
        RollBackRelease back => back.UpdateId,
        SetFreeze freeze => freeze.UpdateId,
        JudgeVersion judge => judge.UpdateId,
        RetireVersion retire => retire.UpdateId,
        ModelLoaded loaded => loaded.UpdateId,
        _ => "",
    };
}
