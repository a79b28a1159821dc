namespace MonitoringDemo.Traffic.Scenarios;

/// <summary>What kind of thing happens in a scenario: lists are grouped by it.</summary>
public static class ScenarioGroups
{
    /// <summary>The six that everybody begins with.</summary>
    public const string First = "first";

    /// <summary>The songs are others than they were.</summary>
    public const string Inputs = "inputs";

    /// <summary>The songs stay and the audience is another.</summary>
    public const string Concept = "concept";

    /// <summary>Outcomes come late, not at all, or wrong.</summary>
    public const string Labels = "labels";

    /// <summary>What arrives is broken.</summary>
    public const string Broken = "broken data";

    /// <summary>The world stays, and the fleet is deployed with something else.</summary>
    public const string Code = "models and code";

    /// <summary>One thing happens while another does.</summary>
    public const string Two = "two at once";

    /// <summary>Somebody's own.</summary>
    public const string Own = "own";

    /// <summary>Every group, in the order of lists.</summary>
    public static IReadOnlyList<string> All { get; } = [First, Inputs, Concept, Labels, Broken, Code, Two, Own];
}
