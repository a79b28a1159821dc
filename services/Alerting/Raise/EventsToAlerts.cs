using System.Globalization;
using MonitoringDemo.Messages.Alerting;
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

        var book = new AlertBook(state.Alerts, state.EndedFirst);
        var changes = message switch
        {
            FindingsReported m => Report(book, m),
            FindingsCleared m => End(book, m.Model, m.UpdateId, m.Row, m.Cleared),
            DecisionMade m => Decide(book, m),
            ReleaseChanged m => Release(state, book, m),
            ModelLoaded m => Load(state, book, m),
            ModelLoadFailed m => LoadFailures.Fail(state, book, m, newest),
            CloseAlert m => book.ResolveWhere(a => a.AlertId == m.AlertId && a.Model == m.Model, newest, $"Closed by {m.RequestedBy}."),
            _ => [],
        };
        Keep(state, book);
        return changes;
    }

    /// <summary>Resolves what was about one attempt and is no longer news.</summary>
    /// <param name="state">Changed in place.</param>
    /// <param name="newestRow">How far the stream of a model has come.</param>
    /// <param name="newsForRows">How long such an alert is news.</param>
    public static IReadOnlyList<AlertChange> Age(AlertingState state, Func<string, long> newestRow, int newsForRows)
    {
        bool IsOld(Alert alert) => alert.IsOpen && AlertRules.IsPassingNews(alert.Name) && newestRow(alert.Model) >= alert.LastRow + newsForRows;

        var models = state.Alerts.Where(IsOld).Select(alert => alert.Model).Distinct().ToList();
        if (models.Count == 0)
            return [];

        var book = new AlertBook(state.Alerts, state.EndedFirst);
        var changes = models.SelectMany(model => book.ResolveWhere(alert => alert.Model == model && IsOld(alert), newestRow(model),
            string.Create(CultureInfo.InvariantCulture, $"No longer news: {newsForRows:N0} songs have passed."))).ToList();
        Keep(state, book);
        return changes;
    }

    private static void Keep(AlertingState state, AlertBook book)
    {
        book.Trim();
        state.Alerts = book.Alerts;
        state.EndedFirst = book.EndedFirst;
    }

    private static List<AlertChange> Report(AlertBook book, FindingsReported message)
    {
        var changes = new List<AlertChange>();
        foreach (var finding in message.Findings)
            if (AlertRules.ForFinding(finding.Kind) is { } rule)
                changes.AddRange(Told(book.Raise(rule, message.Model, message.UpdateId, finding.Row, finding.Summary, finding.Id)));

        // Only once all of them are told: an alert that rests on two findings does not end with the first.
        var ended = message.Findings.Select(f => book.TakeEarlyEnd(message.Model, message.UpdateId, f.Id)).OfType<ClearedFinding>().ToList();
        if (ended.Count > 0)
            changes.AddRange(End(book, message.Model, message.UpdateId, Math.Max(message.Row, ended.Max(e => e.EndedAtRow)), ended));

        return changes;
    }

    private static List<AlertChange> End(AlertBook book, string model, string updateId, long row, IEnumerable<ClearedFinding> ended)
    {
        var changes = new List<AlertChange>();
        foreach (var cleared in ended)
            changes.AddRange(Told(book.Clear(model, updateId, cleared)));

        // The incident ends with its last finding; what was decided on the way ends with it.
        var goesOn = book.Alerts.Any(a => a.IsOpen && a.UpdateId == updateId && a.OpenFindings.Count > 0);
        if (!goesOn)
            changes.AddRange(book.ResolveWhere(a => a.UpdateId == updateId && a.Model == model && AlertRules.IsAboutAnAttempt(a.Name),
                row, "The incident has ended: none of its findings holds any more."));

        return changes;
    }

    private static IReadOnlyList<AlertChange> Decide(AlertBook book, DecisionMade message)
    {
        var ended = PeopleAlerts.End(book, message);
        return AlertRules.ForDecision(message.Action) is { } rule && !PeopleAlerts.IsNobodys(message)
            ? [.. ended, .. Told(book.Raise(rule, message.Model, message.UpdateId, message.Row, message.Reason))]
            : ended;
    }

    private static IReadOnlyList<AlertChange> Release(AlertingState state, AlertBook book, ReleaseChanged message)
    {
        state.Stages[Key(message.Model, message.Sequence)] = message.Stage;
        state.Stages.Remove(Key(message.Model, message.Sequence - ReleasesRemembered));

        var answered = PeopleAlerts.End(book, message);
        var early = state.LoadedBeforeRelease.FirstOrDefault(l => l.Model == message.Model && l.ReleaseSequence == message.Sequence);
        if (early is null)
            return answered;

        state.LoadedBeforeRelease.Remove(early);
        return [.. answered, .. Load(state, book, early)];
    }

    private static IReadOnlyList<AlertChange> Load(AlertingState state, AlertBook book, ModelLoaded message)
    {
        var loadsAgain = LoadFailures.End(state, book, message);

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
