using System.Text;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Predict;

/// <summary>Reads a prediction request that is written as programs write it. It takes nothing that <see cref="PredictionRequestParser"/> refuses, and leaves every refusal to it.</summary>
internal static class PlainRequest
{
    /// <returns>False when there is something in it that it does not know; the workspace then has to be cleared.</returns>
    public static bool TryParse(Workspace workspace, RowParser rows, int maxInstances, out string? requestId)
    {
        requestId = null;
        var text = new PlainJson(workspace.Body);
        if (!text.Skip((byte)'{')) return false;

        var (hasId, hasRows, hasTimes) = (false, false, false);
        do
        {
            if (!text.TryText(out var member) || !text.SkipSeparator((byte)':')) return false;

            bool taken;
            if (member.SequenceEqual("instances"u8)) taken = Once(ref hasRows) && TryRows(ref text, workspace, rows, maxInstances);
            else if (member.SequenceEqual("instance"u8)) taken = Once(ref hasRows) && TryRow(ref text, workspace, rows);
            else if (member.SequenceEqual("requestId"u8)) taken = Once(ref hasId) && TryRequestId(ref text, out requestId);
            else if (member.SequenceEqual("eventTimes"u8)) taken = Once(ref hasTimes) && TryTimes(ref text, workspace, maxInstances);
            else if (member.SequenceEqual("eventTime"u8)) taken = Once(ref hasTimes) && TryTime(ref text, workspace);
            else taken = false;
            if (!taken) return false;
        }
        while (text.SkipSeparator((byte)','));

        return text.Skip((byte)'}') && text.IsAtEnd && hasRows && (!hasTimes || workspace.EventTimes.Length == workspace.Rows);
    }

    private static bool Once(ref bool seen)
    {
        if (seen) return false;
        seen = true;
        return true;
    }

    private static bool TryRows(ref PlainJson text, Workspace workspace, RowParser rows, int most)
    {
        if (!text.Skip((byte)'[')) return false;
        do
        {
            if (workspace.Rows == most || !TryRow(ref text, workspace, rows)) return false;
        }
        while (text.SkipSeparator((byte)','));
        return text.Skip((byte)']');
    }

    private static bool TryRow(ref PlainJson text, Workspace workspace, RowParser rows)
    {
        if (!rows.TryParsePlain(ref text, workspace.NextRow(rows.Schema.Count))) return false;
        workspace.Rows++;
        return true;
    }

    private static bool TryRequestId(ref PlainJson text, out string? requestId)
    {
        requestId = null;
        if (text.Skip("null"u8)) return true;
        if (!text.TryText(out var bytes) || bytes.Length is 0 or > PredictionRequestParser.LongestRequestId) return false;
        requestId = Encoding.ASCII.GetString(bytes);
        return true;
    }

    private static bool TryTimes(ref PlainJson text, Workspace workspace, int most)
    {
        if (!text.Skip((byte)'[')) return false;
        do
        {
            if (workspace.EventTimes.Length == most || !TryTime(ref text, workspace)) return false;
        }
        while (text.SkipSeparator((byte)','));
        return text.Skip((byte)']');
    }

    private static bool TryTime(ref PlainJson text, Workspace workspace)
    {
        var time = EventTime.Unknown;
        if (!text.Skip("null"u8) && (!text.TryText(out var bytes) || !PlainTime.TryRead(bytes, out time))) return false;
        workspace.Add(time);
        return true;
    }
}
