using System.Text.RegularExpressions;

namespace MonitoringDemo.HouseRules.Tests;

public sealed partial class DocumentTests
{
    [Fact]
    public void Every_path_named_in_a_document_exists()
    {
        var documents = Repository.Files(".", "*.md").ToList();

        var missing =
            from document in documents
            from Match match in NamedPath().Matches(File.ReadAllText(document))
            let path = match.Groups["path"].Value.TrimEnd('/', '.')
            where !path.Contains('*', StringComparison.Ordinal) && !path.Contains('<', StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Repository.Root, path))
            select $"{Repository.Relative(document)} names {path}";

        documents.ShouldNotBeEmpty();
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_relative_link_in_a_document_leads_somewhere()
    {
        var missing =
            from document in Repository.Files(".", "*.md")
            from Match match in Link().Matches(File.ReadAllText(document))
            let target = match.Groups["target"].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target))
            select $"{Repository.Relative(document)} links to {target}";

        missing.ShouldBeEmpty();
    }

    [GeneratedRegex(@"`(?<path>(?:services|libraries|tests|docs|data|dashboards|deploy|benchmarks|extensions|labs|\.ci)/[^`\s]*)`")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
