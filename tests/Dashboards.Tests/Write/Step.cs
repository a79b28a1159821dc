namespace MonitoringDemo.Dashboards.Tests.Write;

/// <summary>From which value on a figure has a colour.</summary>
/// <param name="From">Null for the lowest step.</param>
/// <param name="Colour">One of <see cref="Colours"/>.</param>
internal sealed record Step(double? From, string Colour)
{
    /// <summary>No value is better than another.</summary>
    public static Step[] Neutral { get; } = [new(null, Colours.Blue)];

    /// <summary>Good below, then to be looked at, then bad.</summary>
    public static Step[] Rising(double warn, double bad) => [new(null, Colours.Green), new(warn, Colours.Orange), new(bad, Colours.Red)];

    /// <summary>Bad below, then to be looked at, then good.</summary>
    public static Step[] Falling(double warn, double good) => [new(null, Colours.Red), new(warn, Colours.Orange), new(good, Colours.Green)];

    /// <summary>Nothing is good, something is to be looked at.</summary>
    public static Step[] AnyIs(string colour) => [new(null, Colours.Green), new(1, colour)];
}
