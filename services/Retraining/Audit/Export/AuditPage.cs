using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Retraining.Audit.Export;

/// <summary>The same as a page that needs nothing but itself.</summary>
public static class AuditPage
{
    private static readonly string[] s_heads = [">record", "time, UTC", ">row", "who", "what", "on what evidence", "under which policy", "hash"];
    private static readonly string[] s_names = ["who", ">deeds", "kinds"];

    /// <summary>The whole page.</summary>
    /// <param name="model">What the registry's model is called.</param>
    /// <param name="lines">The records of the period.</param>
    /// <param name="report">Whether the registry holds, as of now.</param>
    /// <param name="period">The period in words.</param>
    public static string Of(string model, IReadOnlyList<AuditLine> lines, AuditReport report, string period)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(report);
        var problems = report.Holds ? Html.None : Html.Of($"<ul>{Html.Join(report.Problems.Select(problem => Html.Of($"<li>{problem.Where}: {problem.What}</li>")))}</ul>\n");
        var people = lines.GroupBy(line => line.Who).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
        return HtmlPage.Of($"Audit report: {model}", Html.Of($"{period}"), Html.Of($"""
            {Html.Figures([("records", $"{lines.Count}", "of the journal in this period"), ("registry", report.Holds ? "holds" : "does not hold", Signed(report)), ("versions", $"{report.Versions}", $"{report.Deleted} of them deleted, {report.ErasedRows} rows erased"), ("signatures", $"{report.Signatures}", $"that hold, and {report.Snapshots} snapshots")])}{problems}
            <h2>Who did something</h2>
            {Html.Table(s_names, people.Select(group => (IReadOnlyList<Html>)[Html.Of($"{group.Key}"), Html.Of($"{group.Count()}"), Html.Of($"{string.Join(", ", group.Select(line => line.Type).Distinct().Order(StringComparer.Ordinal))}")]))}
            <h2>Who or what did what</h2>
            {(lines.Count == 0 ? new Html("<p>Nothing stands in the journal for this period.</p>\n") : Html.Table(s_heads, lines.Select(Row)))}
            """));
    }

    private static string Signed(AuditReport report) => report.SignedRecords is { } signed ? FormattableString.Invariant($"{report.Records} records in one chain, {signed} under the signed head") : FormattableString.Invariant($"{report.Records} records in one chain, no signed head");

    private static IReadOnlyList<Html> Row(AuditLine line) =>
    [
        Html.Of($"{line.Seq}"), Html.Of($"{line.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss}"), Html.Of($"{line.Row:N0}"), Html.Of($"{line.Who}"), Html.Of($"{line.What}"),
        Html.Join(line.Evidence.Select(evidence => Html.Of($"{evidence}<br>"))), Html.Of($"{line.Policy}"), Html.Of($"<code title=\"{line.Hash}\">{line.Hash[..12]}</code>"),
    ];
}
