namespace MonitoringDemo.Demo.Replay;

/// <summary>The ways in which files say that a value is not there.</summary>
public static class MissingValue
{
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length switch
        {
            0 => true,
            1 => text == "?",
            2 => text.Equals("NA", StringComparison.OrdinalIgnoreCase),
            3 => text.Equals("NaN", StringComparison.OrdinalIgnoreCase) || text.Equals("N/A", StringComparison.OrdinalIgnoreCase),
            4 => text.Equals("null", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }
}
