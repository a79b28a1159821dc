using System.Text.RegularExpressions;

namespace MonitoringDemo.HouseRules.Tests;

/// <summary>One source file; <see cref="Code"/> is its text without comments.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    public string Code => Comment().Replace(Text, "");

    public IEnumerable<string> Violations(Regex forbidden) =>
        forbidden.Matches(Code).Select(match => $"{Path}: {match.Value.Trim()}").Distinct();

    [GeneratedRegex(@"^\s*//.*$|(?<=\s)//[^\n""]*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
