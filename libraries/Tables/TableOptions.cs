namespace MonitoringDemo.Tables;

/// <summary>What is said of text files; what is not said is found out by looking.</summary>
public sealed record TableOptions
{
    /// <summary>The name of the encoding; null for UTF-8, or UTF-16 where the file begins with its mark.</summary>
    public string? Encoding { get; init; }

    /// <summary>What parts the values of a CSV file; an ASCII character.</summary>
    public char? Separator { get; init; }

    /// <summary>What stands around values of a CSV file that hold the separator; an ASCII character.</summary>
    public char? Quote { get; init; }
}
