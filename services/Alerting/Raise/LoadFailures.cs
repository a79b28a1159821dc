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
        state.Refused[key] = Math.Max(message.ReleaseSequence, state.Refused.TryGetValue(key, out var before) ? before : 0);
        var raised = book.Raise(AlertRules.LoadFailed, message.Model, message.UpdateId, row, string.Create(
            CultureInfo.InvariantCulture, $"Inference refused model {message.Version} and serves what it had: {message.Reason}"));
        var ended = state.Loaded.TryGetValue(message.Model, out var loaded) && loaded > state.Refused[key] ? End(state, book, message.Model, loaded, row) : [];
        return raised is null ? ended : [raised, .. ended];
    }

    public static IReadOnlyList<AlertChange> End(AlertingState state, AlertBook book, ModelLoaded message)
    {
        state.Loaded[message.Model] = Math.Max(message.ReleaseSequence, state.Loaded.TryGetValue(message.Model, out var before) ? before : 0);
        return End(state, book, message.Model, message.ReleaseSequence, message.Row);
    }

    private static IReadOnlyList<AlertChange> End(AlertingState state, AlertBook book, string model, long loaded, long row)
    {
        var changes = book.ResolveWhere(
            alert => alert.Model == model && alert.Name == AlertRules.LoadFailed.Name && !(state.Refused.TryGetValue(Key(model, alert.UpdateId), out var refused) && refused > loaded),
            row,
            "Inference loads releases again.");
        foreach (var change in changes) state.Refused.Remove(Key(model, change.Alert.UpdateId));
        return changes;
    }

    private static string Key(string model, string updateId) => $"{model}/{updateId}";
}
