using System.Globalization;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Alerting.Raise;

/// <summary>The rules at work: takes an event, changes the state, and returns what people have to be told.</summary>
internal static class EventsToAlerts
{
    private const int ReleasesRemembered = 64;

    public static IReadOnlyList<AlertChange> Apply(AlertingState state, object message)
    {
        var model = EventOrder.ModelOf(message);
        var newest = Math.Max(EventOrder.RowOf(message) ?? 0, state.NewestRow.TryGetValue(model, out var known) ? known : 0);
        state.NewestRow[model] = newest;

        var book = new AlertBook(state.Alerts);
        var changes = message switch
        {
            FindingsReported m => Report(book, m),
            FindingsCleared m => Clear(book, m),
            DecisionMade m => Decide(book, m),
            ReleaseChanged m => Release(state, book, m),
            ModelLoaded m => Load(state, book, m),
            ModelLoadFailed m => Told(book.Raise(AlertRules.LoadFailed, m.Model, m.UpdateId, newest, string.Create(
                CultureInfo.InvariantCulture, $"Inference refused model {m.Version} and serves what it had: {m.Reason}"))),
            _ => [],
        };
        book.Trim();
        state.Alerts = book.Alerts;
        return changes;
    }

    private static List<AlertChange> Report(AlertBook book, FindingsReported message)
    {
        var changes = new List<AlertChange>();
        foreach (var finding in message.Findings)
            if (AlertRules.ForFinding(finding.Kind) is { } rule)
                changes.AddRange(Told(book.Raise(rule, message.Model, message.UpdateId, finding.Row, finding.Summary, finding.Id)));

        return changes;
    }

    private static List<AlertChange> Clear(AlertBook book, FindingsCleared message)
    {
        var changes = new List<AlertChange>();
        foreach (var cleared in message.Cleared)
            changes.AddRange(Told(book.Clear(message.Model, message.UpdateId, cleared.FindingId, cleared.EndedAtRow)));

        // The story ends with its last finding; what was decided on the way ends with it.
        var goesOn = book.Alerts.Any(a => a.IsOpen && a.UpdateId == message.UpdateId && a.OpenFindings.Count > 0);
        if (!goesOn)
            changes.AddRange(book.ResolveWhere(a => a.UpdateId == message.UpdateId && a.Model == message.Model && AlertRules.IsAboutAnAttempt(a.Name),
                message.Row, "The story has ended: none of its findings holds any more."));

        return changes;
    }

    private static AlertChange[] Decide(AlertBook book, DecisionMade message) =>
        AlertRules.ForDecision(message.Action) is { } rule
            ? Told(book.Raise(rule, message.Model, message.UpdateId, message.Row, message.Reason))
            : [];

    private static IReadOnlyList<AlertChange> Release(AlertingState state, AlertBook book, ReleaseChanged message)
    {
        state.Stages[Key(message.Model, message.Sequence)] = message.Stage;
        state.Stages.Remove(Key(message.Model, message.Sequence - ReleasesRemembered));

        var early = state.LoadedBeforeRelease.FirstOrDefault(l => l.Model == message.Model && l.ReleaseSequence == message.Sequence);
        if (early is null)
            return [];

        state.LoadedBeforeRelease.Remove(early);
        return Load(state, book, early);
    }

    private static IReadOnlyList<AlertChange> Load(AlertingState state, AlertBook book, ModelLoaded message)
    {
        var loadsAgain = book.ResolveWhere(a => a.Model == message.Model && a.Name == AlertRules.LoadFailed.Name,
            message.Row, "Inference loads releases again.");

        if (!state.Stages.TryGetValue(Key(message.Model, message.ReleaseSequence), out var stage))
        {
            state.LoadedBeforeRelease.Add(message);
            if (state.LoadedBeforeRelease.Count > ReleasesRemembered)
                state.LoadedBeforeRelease.RemoveAt(0);
            return loadsAgain;
        }

        if (stage is not (ReleaseStages.Promoted or ReleaseStages.Restored))
            return loadsAgain;

        var answered = book.ResolveWhere(
            a => a.Model == message.Model
                && (AlertRules.IsAboutAnAttempt(a.Name) || (a.UpdateId == message.UpdateId && AlertRules.EndsWithPromotion(a.Name))),
            message.Row,
            string.Create(CultureInfo.InvariantCulture, $"Model {message.ChampionVersion} serves since row {message.Row}."));
        return [.. loadsAgain, .. answered];
    }

    private static string Key(string model, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{model}/{sequence}");

    private static AlertChange[] Told(AlertChange? change) => change is null ? [] : [change];
}
