using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.Pages;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Report;

/// <summary>Everything that the fleet wrote down about one incident, as a page to read and to print. Claims nothing: also while a fleet works there, and after it stopped.</summary>
public static class IncidentReports
{
    /// <summary>Rows of before, and rows after the last entry, that are shown.</summary>
    private const int RowsAround = 3_000;

    /// <summary>However long an incident lasts.</summary>
    private const int MostRows = 60_000;

    /// <summary>Every incident, oldest first.</summary>
    /// <exception cref="DamagedJournalException">A line of the journal does not hold.</exception>
    public static IReadOnlyList<IncidentLine> List(IJournal journal) => [.. IncidentStory.All(journal).Select(story => story.Line)];

    /// <summary>The estimated first row of an incident, or where its first entry stands when nothing was found; null when there is no such incident.</summary>
    /// <exception cref="DamagedJournalException">A line of the journal does not hold.</exception>
    public static long? OnsetOf(IJournal journal, string incident) => IncidentStory.All(journal).FirstOrDefault(story => story.Id == incident)?.FirstRow;

    /// <summary>The page of one incident: HTML that needs nothing else. Null when there is no such incident.</summary>
    /// <param name="journal">Of the registry: findings, decisions, experiments, gates, versions.</param>
    /// <param name="log">The rows: what inputs looked like and how right the answers were.</param>
    /// <param name="incident">Its id.</param>
    /// <param name="links">Further places to look at, where the page is served; a file has none.</param>
    /// <exception cref="DamagedJournalException">A line of the journal does not hold.</exception>
    /// <exception cref="CorruptLogException">A record of the log is damaged.</exception>
    public static string? Write(IJournal journal, IInferenceLog log, string incident, Html links = default)
    {
        if (IncidentStory.All(journal).FirstOrDefault(story => story.Id == incident) is not { } story) return null;

        var from = Math.Max(0, story.FirstRow - RowsAround);
        var rows = LoggedRows.Read(log, from, Math.Min(story.LastRow + RowsAround, from + MostRows));
        var course = new AccuracyCourse(rows, story);
        return HtmlPage.Of(
            $"Incident {story.Id}",
            Html.Of($"{story.Model}, rows {story.FirstRow:N0} to {story.LastRow:N0} {new Html(links.Text ?? "")}"),
            Html.Join(
            [
                SummarySection.Of(story, course),
                FoundSection.Of(story),
                course.Draw(),
                ShiftSection.Of(story, rows),
                DecidedSection.Of(story),
                TriedSection.Of(story),
                VersionSection.Of(story, rows.Schema),
                Sources(story, rows),
            ]));
    }

    private static Html Sources(IncidentStory story, LoggedRows rows) => Html.Of($"""
        <footer><p>Made of the registry's journal (entries {story.FirstSeq:N0} to {story.LastSeq:N0}) and of the inference log: {rows.Words}
        {(story.HasRealTimes ? "Times are UTC." : "The run was in lockstep, so there are rows and no times.")}</p></footer>

        """);
}
