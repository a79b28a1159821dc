using System.Globalization;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Reads a finite number with a decimal point, as files carry it whatever the machine's language.</summary>
public static class Number
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static bool TryRead(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text, Styles, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
