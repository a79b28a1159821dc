using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Release;

/// <summary>
/// What processes say of the release in force is one answer: it is served when every one that lives has loaded it, and refused only when none can. One that cannot load what
/// others serve is told of, and takes nothing back.
/// </summary>
internal sealed class Rollout(ServingProcesses processes, RolloutOptions options, TimeProvider time, ILogger<Rollout> logger)
{
    private long _sequence;
    private DateTimeOffset _since;
    private ReceivedMessage? _loaded, _refused;

    /// <summary>Keeps back what was said of the release in force, and hands it on once it is the answer.</summary>
    public IReadOnlyList<ReceivedMessage> Sift(IReadOnlyList<ReceivedMessage> messages, RegistryState state)
    {
        if (state.Release is not { Change: var change }) return messages;
        if (_sequence != change.Sequence) (_sequence, _since, _loaded, _refused) = (change.Sequence, time.GetUtcNow(), null, null);

        var passed = messages.Where(message => !Keep(message, change.Model)).ToList();
        if (_refused is null && state.Known.Contains(Keys.Applied(_sequence))) return passed;

        var (any, all, noneCan) = processes.Of(_sequence);
        var isLate = time.GetUtcNow() - _since >= options.ServedWithin;
        if (all || (any && isLate))
        {
            // After a restart nobody says it again; that they serve it is known all the same.
            if (!state.Known.Contains(Keys.Applied(_sequence)))
                passed.Add(_loaded ?? new ReceivedMessage(new ModelLoaded(change.Model, change.UpdateId, change.Sequence, change.Row, change.Champion.Version, change.Shadow?.Version, "all"), null));
            _loaded = null;
        }

        if (_refused is { Message: ModelLoadFailed failed } refused && (any || noneCan || isLate))
        {
            if (any) logger.LogError("{Instance} refused version {Version}, which others serve: nothing is taken back for it. {Reason}", failed.Instance, failed.Version, failed.Reason);
            else passed.Add(refused);
            _refused = null;
        }

        return passed;
    }

    private bool Keep(ReceivedMessage message, string model)
    {
        switch (message.Message)
        {
            case ModelLoaded loaded when loaded.Model == model && loaded.ReleaseSequence == _sequence:
                processes.Loaded(loaded.Instance, _sequence);
                _loaded ??= message;
                return true;
            case ModelLoadFailed failed when failed.Model == model && failed.ReleaseSequence == _sequence:
                processes.Refused(failed.Instance, _sequence);
                _refused = message;
                return true;
            default:
                return false;
        }
    }
}
