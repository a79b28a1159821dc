namespace MonitoringDemo.Demo.Replay.Stated;

/// <summary>What a schema file says of a column.</summary>
/// <param name="Name">As the header has it.</param>
/// <param name="Role">What it is for; one of <see cref="StatedRole"/>.</param>
public sealed record StatedColumn(string Name, string Role)
{
    /// <summary>Of a feature: <c>number</c> or <c>category</c>; null to find it out.</summary>
    public string? Type { get; init; }

    /// <summary>Of numbers: the decimal sign; null for a point.</summary>
    public string? DecimalSign { get; init; }

    /// <summary>Of numbers: what stands before each; null for nothing.</summary>
    public string? Prefix { get; init; }

    /// <summary>Of numbers: what stands behind each; null for nothing.</summary>
    public string? Suffix { get; init; }

    /// <summary>Of a category: the values there are, in the order of their codes; null for those of the warm-up.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>Of the time: how it is written; null to find it out.</summary>
    public string? Format { get; init; }

    /// <summary>Of the label: which value is class 1; null to find it out.</summary>
    public string? Positive { get; init; }

    /// <summary>What a number is measured in. Kept, and used by nothing.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether a greater number makes the positive class likelier (<c>up</c>) or less likely (<c>down</c>). Kept, and used by nothing.</summary>
    public string? Monotone { get; init; }
}
