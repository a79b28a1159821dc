using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Audit.Export;

/// <summary>The journal of a period for people who were not there: who or what did what, on what evidence, under which policy. Claims nothing: also while a fleet works there.</summary>
public static class AuditExport
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The records of a period, in order.</summary>
    /// <param name="journal">The registry's.</param>
    /// <param name="from">The first moment; null for the beginning.</param>
    /// <param name="to">The moment after the last; null for the end.</param>
    /// <exception cref="DamagedJournalException">The chain does not hold.</exception>
    public static IReadOnlyList<AuditLine> Lines(IJournal journal, DateTimeOffset? from, DateTimeOffset? to)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return [.. journal.Read().Where(record => (from is null || record.Time >= from) && (to is null || record.Time < to)).Select(Line)];
    }

    /// <summary>One JSON object a line.</summary>
    /// <param name="lines">The records.</param>
    public static string JsonLines(IEnumerable<AuditLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return lines.Aggregate(new StringBuilder(), (text, line) => text.Append(JsonSerializer.Serialize(line, s_json)).Append('\n')).ToString();
    }

    internal static AuditLine Line(JournalRecord record)
    {
        var deed = Deeds.Of(JournalEventTypes.Read(record));
        return new AuditLine(record.Seq, record.Time, record.Row, record.Fact.Type, deed.Who, deed.What, deed.Evidence, deed.Policy, deed.Version, deed.UpdateId, record.Hash);
    }
}
