using System.Globalization;

namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>Outcome delays as people type them.</summary>
/// <example>
/// <c>200</c>, <c>50..400</c> (uniform), <c>mean:200</c> (exponential), <c>burst:500</c>, <c>never</c>, and one of these for each class: <c>0=50,1=mean:400</c>.
/// </example>
public static class OutcomeDelayText
{
    private const int MostRows = 1_000_000;

    /// <summary>What may be typed, for a help text or an error.</summary>
    public const string Forms = "ROWS, FROM..TO, mean:ROWS, burst:ROWS, never, or one of these for each class as 0=…,1=…";

    /// <summary>Reads a delay.</summary>
    /// <param name="text">One of <see cref="Forms"/>.</param>
    /// <param name="seed">Decides what a distribution leaves to chance.</param>
    /// <exception cref="FormatException">It is none of them; the message says what may be typed.</exception>
    public static IOutcomeDelay Parse(string text, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(',') is [var zero, var one] && zero.StartsWith("0=", StringComparison.Ordinal) && one.StartsWith("1=", StringComparison.Ordinal)
            ? new ClassDelay(One(zero[2..], text, seed), One(one[2..], text, seed))
            : One(text, text, seed);
    }

    private static IOutcomeDelay One(string part, string text, ulong seed)
    {
        if (part == "never")
            return new NoOutcomes();
        if (part.StartsWith("mean:", StringComparison.Ordinal))
            return new ExponentialDelay(Rows(part[5..], 1, text), seed);
        if (part.StartsWith("burst:", StringComparison.Ordinal))
            return new BurstDelay(Rows(part[6..], 1, text));
        if (part.Split("..") is not [var from, var to])
            return new ConstantDelay(Rows(part, 0, text));

        var shortest = Rows(from, 0, text);
        return new UniformDelay(shortest, Rows(to, shortest, text), seed);
    }

    private static int Rows(string number, int least, string text) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows >= least && rows <= MostRows
            ? rows
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}': '{number}' is no number of rows from {least} to {MostRows:N0}. Use {Forms}."));
}
