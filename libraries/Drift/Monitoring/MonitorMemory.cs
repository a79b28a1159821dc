using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Performance;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>What a monitor knows, and the order in which that is saved.</summary>
internal sealed class MonitorMemory(FeatureSchema schema, MonitorOptions options, Watches watches)
{
    public RowRing Ring { get; } = new(schema.Count, options.KeptRows);

    public FindingBook Book { get; } = new();

    public RightAnswers Answers { get; } = new(schema.Task);

    public Watches Watches => watches;

    /// <summary>The version that serves; 0 before the first.</summary>
    public int ChampionVersion { get; set; }

    /// <summary>One past the last row from before the first model.</summary>
    public long HistoryEnd { get; set; }

    public void Write(BinaryWriter writer)
    {
        writer.Write(ChampionVersion);
        writer.Write(HistoryEnd);
        Answers.Save(writer);
        Book.Save(writer);
        Ring.Save(writer);
        watches.Save(writer);
    }

    public void Read(BinaryReader reader)
    {
        ChampionVersion = reader.ReadInt32();
        HistoryEnd = reader.ReadInt64();
        Answers.Restore(reader);
        Book.Restore(reader);
        Ring.Restore(reader);
        watches.Restore(reader, Book);
    }
}
