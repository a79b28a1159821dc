using System.Text.Json;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>The parts of the policy by name: the rows of its table, and the gates. What a drill may switch off.</summary>
public static class PolicyParts
{
    /// <summary>The rows of the table, from top to bottom: name, and the evidence that each answers.</summary>
    public static IReadOnlyList<(string Name, string Evidence)> Rows { get; } = [.. Policy.Table.Select(row => (NameOf(row), row.Evidence))];

    /// <summary>The gates, in the order in which they are asked.</summary>
    public static IReadOnlyList<string> Gates { get; } = ["enough-rows", "finite", "quality", "mends", "slices", "obstacles", "signed"];

    internal static string NameOf(IRule row) => JsonNamingPolicy.KebabCaseLower.ConvertName(row.GetType().Name);
}
