using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Traffic.Playing;

namespace MonitoringDemo.Demo.Report;

/// <summary>Right answers among the rows served; a row without an answer counts nowhere but among the failed.</summary>
internal static class ServedAccuracy
{
    private const byte NoAnswer = 255;

    public static ReportAccuracy Of(PlayedRows rows, LogAudit log)
    {
        var blocks = new BlockAccuracy();
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, truth) = (rows.FirstRow + i, rows.Truth[i]);
            if (rows.Served[i] != NoAnswer)
                blocks.Add(row, rows.Served[i] == truth, log.StaticAnswer(row) == truth);
        }

        return blocks.Summarise();
    }

    /// <summary>The fleet's accuracy on the rows [from, to); null when none was answered.</summary>
    public static double? Between(PlayedRows rows, long from, long to)
    {
        var first = (int)Math.Clamp(from - rows.FirstRow, 0, rows.Count);
        var end = (int)Math.Clamp(to - rows.FirstRow, first, rows.Count);
        var (answered, right) = (0, 0);
        for (var i = first; i < end; i++)
        {
            answered += rows.Served[i] == NoAnswer ? 0 : 1;
            right += rows.Served[i] == rows.Truth[i] ? 1 : 0;
        }

        return answered == 0 ? null : (double)right / answered;
    }
}
