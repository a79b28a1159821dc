using System.Globalization;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Retraining.Report;

/// <summary>Before as a filled shape, after as an outline: told apart in black and white as well.</summary>
internal static class ShiftChart
{
    private const double Width = 300;
    private const double Height = 120;
    private const double Foot = 16;

    public static Html Of(FeatureShift shift)
    {
        var count = shift.Before[^1] + shift.After[^1] > 0 ? shift.Before.Length : shift.Before.Length - 1;
        var (wide, most) = (Width / count, Math.Max(shift.Before.Max(), shift.After.Max()));
        string Y(double share) => Place(Height - Foot - (share / most * (Height - Foot - 4)));
        var was = Html.Join(Enumerable.Range(0, count).Select(i => Html.Of(
            $"<rect class=\"was\" x=\"{Place(i * wide)}\" y=\"{Y(shift.Before[i])}\" width=\"{Place(wide)}\" height=\"{Place(shift.Before[i] / most * (Height - Foot - 4))}\"/>")));
        var outline = string.Concat(Enumerable.Range(0, count).Select(i => $"{(i == 0 ? 'M' : 'L')}{Place(i * wide)} {Y(shift.After[i])}L{Place((i + 1) * wide)} {Y(shift.After[i])}"));
        var says = Says(shift);
        return Html.Of($"""
            <figure><h3>{shift.Feature.Name}</h3>
            <svg viewBox="0 0 {Width} {Height}" role="img" aria-label="{shift.Feature.Name}: {says}">{was}<path class="is" d="{outline}"/><text x="0" y="{Height - 3}">{First(shift)}</text><text x="{Width}" y="{Height - 3}" text-anchor="end">{Last(shift, count)}</text></svg>
            <figcaption>{says}</figcaption></figure>

            """);
    }

    private static string Says(FeatureShift shift)
    {
        var means = shift.Means is { } mean ? string.Create(CultureInfo.InvariantCulture, $" Mean {ValueBins.Text(mean.Before)} before, {ValueBins.Text(mean.After)} after.") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{shift.Distance:P0} lie elsewhere (by chance {shift.Chance:P0}).{means}");
    }

    private static string First(FeatureShift shift) => shift.Bins[0].Replace("from ", "", StringComparison.Ordinal);

    private static string Last(FeatureShift shift, int count) => count == shift.Bins.Count ? "missing" : shift.Bins[count - 1].Replace("from ", "", StringComparison.Ordinal);

    private static string Place(double at) => Math.Round(at, 1).ToString(CultureInfo.InvariantCulture);
}
