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

    /// <summary>What is well and what is not, in words; null where no value is better than another, or any is bad.</summary>
    /// <param name="steps">The steps of a figure.</param>
    /// <param name="unit">Grafana's name of its unit.</param>
    public static string? Limits(IReadOnlyList<Step> steps, string? unit) => steps switch
    {
        [{ Colour: Colours.Green }, { From: { } warn }, { From: { } bad }] => $"well below {Say(warn, unit)}, bad from {Say(bad, unit)}",
        [{ Colour: Colours.Red }, { From: { } warn }, { From: { } good }] => $"well from {Say(good, unit)}, bad below {Say(warn, unit)}",
        _ => null,
    };

    /// <summary>Nothing is good, something is to be looked at.</summary>
    public static Step[] AnyIs(string colour) => [new(null, Colours.Green), new(1, colour)];

    private static string Say(double value, string? unit) => unit switch
    {
        "percentunit" => FormattableString.Invariant($"{100 * value:0.##} %"),
        "s" when value >= 3600 => FormattableString.Invariant($"{value / 3600:0.#} h"),
        "s" when value >= 60 => FormattableString.Invariant($"{value / 60:0.#} min"),
        "s" => FormattableString.Invariant($"{value:0.###} s"),
        "bytes" => FormattableString.Invariant($"{value / 1e9:0.#} GB"),
        _ => FormattableString.Invariant($"{value:0.##}"),
    };
}
