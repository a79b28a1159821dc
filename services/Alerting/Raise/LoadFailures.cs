using System.Globalization;
using MonitoringDemo.Messages.Inference;

namespace MonitoringDemo.Alerting.Raise;

/// <summary>Alerts about releases that inference could not load. They end with the load of a release that is no older; loads and failures
/// travel in different queues, so that either may be read first.</summary>
internal static class LoadFailures
{
    public static IReadOnlyList<AlertChange> Fail(AlertingState state, AlertBook book, ModelLoadFailed message, long row)
    {
        var key = Key(message.Model, message.UpdateId);
        var before = state.Refused.TryGetValue(key, out var known) ? known : 0;
        state.Refused[key] = Math.Max(message.ReleaseSequence, before);
        if (before < message.ReleaseSequence || !state.RefusedBy.TryGetValue(key, out var by)) state.RefusedBy[key] = [message.Instance];
        else if (before == message.ReleaseSequence && !by.Contains(message.Instance)) by.Add(message.Instance);
        var raised = book.Raise(AlertRules.LoadFailed, message.Model, message.UpdateId, row, string.Create(
            CultureInfo.InvariantCulture, $"{message.Instance} refused model {message.Version} and serves what it had: {message.Reason}"));
        var ended = state.Loaded.TryGetValue(message.Model, out var loaded) && loaded > state.Refused[key] ? End(state, book, message.Model, loaded, row) : [];
        return raised is null ? ended : [raised, .. ended];
    }

    public static IReadOnlyList<AlertChange> End(AlertingState state, AlertBook book, ModelLoaded message)
    {
        state.Loaded[message.Model] = Math.Max(message.ReleaseSequence, state.Loaded.TryGetValue(message.Model, out var before) ? before : 0);
        // Others may serve what one could not load: then that one has to, or a newer release has to be served.
        foreach (var (key, by) in state.RefusedBy)
        {
            if (state.Refused.TryGetValue(key, out var refused) && refused <= message.ReleaseSequence) by.Remove(message.Instance);
        }

        return End(state, book, message.Model, message.ReleaseSequence, message.Row);
    }

    private static IReadOnlyList<AlertChange> End(AlertingState state, AlertBook book, string model, long loaded, long row)
    {
        var changes = book.ResolveWhere(
            alert => alert.Model == model && alert.Name == AlertRules.LoadFailed.Name && !Holds(state, Key(model, alert.UpdateId), loaded),
            row,
            "Inference loads releases again.");
        foreach (var change in changes)
        {
            state.Refused.Remove(Key(model, change.Alert.UpdateId));
            state.RefusedBy.Remove(Key(model, change.Alert.UpdateId));
        }

        return changes;
    }

    private static bool Holds(AlertingState state, string key, long loaded) =>
        state.Refused.TryGetValue(key, out var refused) && (refused > loaded || (refused == loaded && state.RefusedBy.TryGetValue(key, out var by) && by.Count > 0));

    private static string Key(string model, string updateId) => $"{model}/{updateId}";
}
