namespace MonitoringDemo.Dashboards.Tests.Write;

/// <summary>Okabe and Ito's colours, which people who see few colours tell apart. One meaning each, on every dashboard.</summary>
internal static class Colours
{
    /// <summary>The fleet, or what is neither good nor bad.</summary>
    public const string Blue = "#0072B2";

    /// <summary>The static twin, or what is to be looked at. Not for lines at a moment: thin, it is hard to tell from red.</summary>
    public const string Orange = "#E69F00";

    /// <summary>Well, and promotions.</summary>
    public const string Green = "#009E73";

    /// <summary>Broken, and findings.</summary>
    public const string Red = "#D55E00";

    /// <summary>What was done to the world: the injected truth.</summary>
    public const string Purple = "#CC79A7";

    /// <summary>A second neutral series, and roll-backs.</summary>
    public const string Sky = "#56B4E9";

    public const string Grey = "#8E8E8E";
}
