using System.Globalization;

namespace MonitoringDemo.ServiceDefaults.Pages;

/// <summary>From values to places, and where the ticks are.</summary>
internal sealed class ChartScale
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _from;
    private readonly double _to;

    public ChartScale(double low, double high, double from, double to)
    {
        // A range of nothing would put everything at infinity.
        if (!(high > low)) (low, high) = double.IsFinite(low) ? (low - 0.5, low + 0.5) : (0, 1);
        (_low, _high, _from, _to) = (low, high, from, to);
    }

    public double Of(double value) => _from + ((value - _low) / (_high - _low) * (_to - _from));

    /// <summary>Round values, about as many as wanted.</summary>
    public IEnumerable<double> Ticks(int about)
    {
        var step = 1.0;
        while (step * about < _high - _low) step *= 10;
        while (step / 10 * about >= _high - _low) step /= 10;
        if (step / 5 * about >= _high - _low) step /= 5;
        else if (step / 2 * about >= _high - _low) step /= 2;
        for (var i = Math.Ceiling(_low / step); i * step <= _high * (1 + 1e-12); i++) yield return i * step;
    }

    public static string Place(double at) => Math.Round(at, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A few digits, thousands and millions by their letter.</summary>
    public static string Short(double value) => Math.Abs(value) switch
    {
        >= 1e9 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e9:0.#} G"),
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.#} M"),
        >= 1e4 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e3:0.#} k"),
        >= 100 => string.Create(CultureInfo.InvariantCulture, $"{value:0}"),
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:0.####}"),
    };
}
