using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Pages;
using static System.FormattableString;

namespace MonitoringDemo.Retraining.Report;

/// <summary>The incident in a few sentences and figures.</summary>
internal static class SummarySection
{
    public static Html Of(IncidentStory story, AccuracyCourse course) =>
        Html.Of($"<p class=\"lead\">{Sentences(story)}</p>\n{Html.Figures(Figures(story, course))}");

    private static string Sentences(IncidentStory story)
    {
        var found = story.Found.Count == 0
            ? $"{Capital(story.What)}."
            : Invariant($"{Capital(story.What)}; it began near row {story.Onset:N0} and was found at row {story.FoundAt:N0}.");
        var decided = story.Decisions.Count == 0
            ? "Nothing was decided."
            : $"Decided: {string.Join(", ", story.Decisions.GroupBy(decision => decision.What.Decision.Action).Select(action => action.Count() == 1 ? action.Key : Invariant($"{action.Key} ({action.Count()} times)")))}.";
        var served = story.Served.Count == 0
            ? "What is served did not change."
            : string.Join(' ', story.Served.Take(1).Select(first => Invariant($"Model {first.Version} {Words.Stage(first.Stage)} from row {first.FromRow:N0} on.")))
                + (story.Served.Count > 1 ? Invariant($" {story.Served.Count - 1} more changes followed, the last to model {story.Served[^1].Version}.") : "");
        var ended = story.Found.Count == 0 ? "" : story.EndedAt is { } row ? Invariant($"Its last finding ended at row {row:N0}.") : Invariant($"{story.Found.Count(each => each.EndedAtRow is null)} of {story.Found.Count} findings still hold.");
        return $"{found} {decided} {served} {ended}".Trim();
    }

    private static IEnumerable<(string Name, string Value, string Note)> Figures(IncidentStory story, AccuracyCourse course)
    {
        if (story is { Onset: { } onset, FoundAt: { } foundAt }) yield return ("Began until found", Invariant($"{Math.Max(0, foundAt - onset):N0}"), "rows");
        if (story.Decisions is [var first, ..] && story.FoundAt is { } found) yield return ("Found until decided", Invariant($"{Math.Max(0, first.Row - found):N0}"), "rows");
        if (story.Served.FirstOrDefault(served => served.Stage != ReleaseStages.RolledBack) is { Version: > 0 } cure && story.FoundAt is { } since)
            yield return ("Found until served", Invariant($"{Math.Max(0, cure.FromRow - since):N0}"), Invariant($"rows, model {cure.Version}"));
        yield return ("Right before", Words.Share(course.Before), "of the last 1,000 rows");
        yield return ("Right meanwhile", Words.Share(course.During), story.Served.Count == 0 ? "until its end" : "until another model served");
        yield return ("Right at the end", Words.Share(course.Newest), course.BackAt is { } back ? Invariant($"as before from row {back:N0} on") : "of the newest rows");
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
