using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Retraining.Report;

/// <summary>What was decided and why, and what became of it, in order.</summary>
internal static class DecidedSection
{
    public static Html Of(IncidentStory story)
    {
        var lines = story.Decisions.Select(decision => (decision.Row, decision.Time, Order: 0, Text: Decision(decision.What)))
            .Concat(story.Releases.Select(release => (release.Row, release.Time, Order: 1, Text: Release(release.What))))
            .Concat(story.Failed.Select(run => (run.Row, run.Time, Order: 0, Text: Html.Of($"A training gave no candidate ({run.What.Outcome}). {run.What.Reason}"))))
            .OrderBy(line => line.Row).ThenBy(line => line.Order).ToList();
        return lines.Count == 0
            ? new Html("<h2>What was decided, and why?</h2><p>Nothing so far.</p>\n")
            : Html.Of($"<h2>What was decided, and why?</h2>\n<ol class=\"story\">{Html.Join(lines.Select(line => Html.Of($"<li><span class=\"when\">{Words.When(line.Row, line.Time, story.HasRealTimes)}</span><span>{line.Text}</span></li>\n")))}</ol>\n");
    }

    private static Html Decision(Register.Decided decided)
    {
        var (decision, gate) = (decided.Decision, decided.Decision.Gate is { } name ? Html.Of($" Gate: <strong>{name}</strong>.") : Html.None);
        return Html.Of($"<strong>{decision.Action}</strong>{(decision.Version is { } version ? Html.Of($" (model {version})") : Html.None)}: {decision.Reason}{gate} <span class=\"note\">Row of the policy: {decided.Rule}.</span>");
    }

    private static Html Release(Register.Released released) => released.Change is { CanaryShare: { } share, Shadow.Version: var canary }
        ? Html.Of($"Model {canary} answers {Words.Percent(share)} of the requests as a canary, model {released.Change.Champion.Version} all others. {released.Change.Reason}")
        : Html.Of($"Model {released.Change.Champion.Version} {Words.Stage(released.Change.Stage)}{(released.Change.Shadow is { } shadow ? Html.Of($", model {shadow.Version} beside it") : Html.None)}. {released.Change.Reason}");
}
