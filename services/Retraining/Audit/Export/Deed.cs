namespace MonitoringDemo.Retraining.Audit.Export;

/// <summary>Who did what, on what evidence, under which policy.</summary>
internal sealed record Deed(string Who, string What, string? UpdateId = null)
{
    public IReadOnlyList<string> Evidence { get; init; } = [];

    public string? Policy { get; init; }

    public int? Version { get; init; }

    /// <summary>A person, if one is named; a text that names nobody is the fleet's.</summary>
    public static string Person(string? by, string otherwise = "policy") => string.IsNullOrWhiteSpace(by) ? otherwise : by;
}
