using MonitoringDemo.ServiceDefaults.Pages;
using static System.FormattableString;

namespace MonitoringDemo.Retraining.Report;

/// <summary>How right the answers were before, during and after.</summary>
internal sealed class AccuracyCourse(LoggedRows rows, IncidentStory story)
{
    private const int Reference = 1_000;
    private const int Window = 200;
    private const int Least = 30;
    private const int Points = 70;
    private const double Near = 0.02;

    /// <summary>Where "before" ends.</summary>
    private readonly long _start = story.Onset ?? story.FirstRow;

    /// <summary>Over the last rows before it began; null where too few had an outcome.</summary>
    public double? Before => Mean(rows.Right(_start - Reference, _start));

    /// <summary>From its beginning to the first answer of the fleet's cure, or to its end.</summary>
    public double? During => Mean(rows.Right(_start, story.Served.Select(served => served.FromRow).Append(story.EndedAt ?? story.LastRow).Min()));

    /// <summary>Over the newest rows.</summary>
    public double? Newest => Mean(rows.Right(Math.Max(rows.To - Reference, story.Served.Select(served => served.FromRow).Append(_start).Max()), rows.To));

    /// <summary>The first row after the lowest point from which a window of answers was as right as before, but for two points; null where it was not, or where it never fell.</summary>
    public long? BackAt
    {
        get
        {
            if (Before is not { } before) return null;
            var fell = false;
            var right = new Queue<bool>();
            foreach (var (row, fleet, _) in rows.Right(_start, rows.To))
            {
                right.Enqueue(fleet);
                if (right.Count > Window) right.Dequeue();
                if (right.Count < Window) continue;
                var mean = right.Average(each => each ? 1.0 : 0);
                if (fell && mean >= before - Near) return row;
                fell |= mean < before - (2 * Near);
            }

            return null;
        }
    }

    public Html Draw()
    {
        var all = rows.Right(rows.From, rows.To).ToList();
        if (all.Count < Least)
            return Html.Of($"<h2>How right were the answers?</h2><p>Too few rows had an outcome to say it: {all.Count}.</p>\n");

        var block = Math.Max(50, (int)((rows.To - rows.From) / Points / 50) * 50);
        var blocks = all.GroupBy(row => row.Row / block).Where(group => group.Count() >= Math.Min(Least, block / 3)).ToList();
        ChartLine Line(string name, string style, Func<(long Row, bool Fleet, bool Twin), bool> isRight) =>
            new(name, style, [.. blocks.Select(group => (((double)group.Key * block) + (block / 2.0), group.Average(row => isRight(row) ? 1.0 : 0)))]);
        var chart = new LineChart(
            "Accuracy: the fleet beside a model that is never updated",
            Invariant($"Share of right answers per {block} rows, as far as their outcomes have come. Before: {Words.Share(Before)}; meanwhile: {Words.Share(During)}; newest rows: {Words.Share(Newest)}."),
            [Line("fleet", "blue", row => row.Fleet), Line("first model", "orange", row => row.Twin)])
        { Marks = IncidentMarks.Of(story), Low = Math.Min(0.5, blocks.Min(group => group.Average(row => row.Fleet ? 1.0 : 0))), High = 1, Place = row => Invariant($"{row:N0}"), Value = share => Invariant($"{share:0.0#}") };
        return Html.Of($"<h2>How right were the answers?</h2>\n{chart.Draw()}");
    }

    private static double? Mean(IEnumerable<(long Row, bool Fleet, bool Twin)> right)
    {
        var (count, sum) = (0, 0);
        foreach (var row in right) (count, sum) = (count + 1, sum + (row.Fleet ? 1 : 0));
        return count < Least ? null : (double)sum / count;
    }
}
