namespace MonitoringDemo.ServiceDefaults.Pages;

/// <summary>Lines over a common axis, as a picture within the page. What it says stands below it in words, for who does not see it.</summary>
/// <param name="Title">The question.</param>
/// <param name="Says">The answer in a sentence or two.</param>
/// <param name="Lines">From the most to the least important.</param>
public sealed record LineChart(string Title, string Says, IReadOnlyList<ChartLine> Lines)
{
    private const double Right = 118;
    private const double Left = 46;
    private const double LineHeight = 14;
    private const int MarkRows = 2;

    /// <summary>Moments.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    /// <summary>The least value of the upright axis; null to take the data's.</summary>
    public double? Low { get; init; }

    /// <summary>The greatest; null to take the data's.</summary>
    public double? High { get; init; }

    /// <summary>How a value is written.</summary>
    public Func<double, string> Value { get; init; } = ChartScale.Short;

    /// <summary>How a place on the lower axis is written.</summary>
    public Func<double, string> Place { get; init; } = ChartScale.Short;

    /// <summary>Of the picture, in its own units.</summary>
    public double Width { get; init; } = 880;

    /// <inheritdoc cref="Width"/>
    public double Height { get; init; } = 260;

    /// <summary>The figure.</summary>
    public Html Draw()
    {
        var all = Lines.SelectMany(line => line.Points).Where(point => double.IsFinite(point.Y)).ToList();
        if (all.Count == 0) return Html.Of($"<figure><h3>{Title}</h3><figcaption>{Says} There is nothing to draw.</figcaption></figure>\n");

        var top = Marks.Count > 0 ? (MarkRows * LineHeight) + 6 : 10;
        var x = new ChartScale(all.Min(point => point.X), all.Max(point => point.X), Left, Width - Right);
        var y = new ChartScale(Low ?? all.Min(point => point.Y), High ?? all.Max(point => point.Y), Height - 24, top);
        var grid = Html.Join(y.Ticks(4).Select(tick => Html.Of(
            $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{At(y, tick)}\" y2=\"{At(y, tick)}\"/><text x=\"{Left - 6}\" y=\"{ChartScale.Place(y.Of(tick) + 4)}\" text-anchor=\"end\">{Value(tick)}</text>")));
        var below = Html.Join(x.Ticks(6).Select(tick => Html.Of($"<text x=\"{At(x, tick)}\" y=\"{Height - 6}\" text-anchor=\"middle\">{Place(tick)}</text>")));
        var lines = Html.Join(Lines.Select(line => Html.Of($"<path class=\"line {line.Style}\" d=\"{PathOf(line, x, y)}\"/>")));
        return Html.Of($"""
            <figure><h3>{Title}</h3>
            <svg viewBox="0 0 {Width} {Height}" role="img" aria-label="{Title} {Says}">{grid}{below}{MarksOf(x, all, top)}{lines}{NamesOf(y)}</svg>
            <figcaption>{Says}</figcaption></figure>

            """);
    }

    private static string At(ChartScale scale, double value) => ChartScale.Place(scale.Of(value));

    private static string PathOf(ChartLine line, ChartScale x, ChartScale y)
    {
        var path = new System.Text.StringBuilder();
        var broken = true;
        foreach (var point in line.Points)
        {
            if (double.IsFinite(point.Y)) path.Append(broken ? 'M' : 'L').Append(At(x, point.X)).Append(' ').Append(At(y, point.Y));
            broken = !double.IsFinite(point.Y);
        }

        return path.ToString();
    }

    // A word that would stand on another goes a line lower, or unsaid: its line is there all the same.
    private Html MarksOf(ChartScale x, List<(double X, double Y)> all, double top)
    {
        var (from, to) = (all.Min(point => point.X), all.Max(point => point.X));
        var free = Enumerable.Repeat(double.NegativeInfinity, MarkRows).ToArray();
        var drawn = new List<Html>();
        foreach (var mark in Marks.Where(mark => mark.X >= from && mark.X <= to).OrderBy(mark => mark.X))
        {
            var at = x.Of(mark.X);
            drawn.Add(Html.Of($"<line class=\"mark {mark.Style}\" x1=\"{ChartScale.Place(at)}\" x2=\"{ChartScale.Place(at)}\" y1=\"{top - 3}\" y2=\"{Height - 24}\"/>"));
            var row = Array.FindIndex(free, end => end < at);
            if (row < 0 || mark.Text.Length == 0) continue;
            free[row] = at + (mark.Text.Length * 7) + 10;
            drawn.Add(Html.Of($"<text class=\"{mark.Style}\" x=\"{ChartScale.Place(at + 3)}\" y=\"{(row + 1) * LineHeight}\">{mark.Text}</text>"));
        }

        return Html.Join(drawn);
    }

    private Html NamesOf(ChartScale y)
    {
        var last = double.NegativeInfinity;
        var names = new List<Html>();
        var ends = Lines.Select(line => (line, Points: line.Points.Where(point => double.IsFinite(point.Y)).ToList())).Where(line => line.Points.Count > 0);
        foreach (var (line, points) in ends.OrderBy(line => y.Of(line.Points[^1].Y)))
        {
            last = Math.Max(y.Of(points[^1].Y) + 4, last + LineHeight);
            names.Add(Html.Of($"<text class=\"{line.Style}\" x=\"{Width - Right + 8}\" y=\"{ChartScale.Place(last)}\">{line.Name}</text>"));
        }

        return Html.Join(names);
    }
}
