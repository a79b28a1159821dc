using MonitoringDemo.Retraining.Audit.Export;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Formats.Tests;

public sealed class AuditExportTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    public static TheoryData<string> Journals => StoredFiles.Of("journal");

    /// <summary>The stored journals hold every kind of record: see <see cref="RegistryTests"/>.</summary>
    [Theory]
    [MemberData(nameof(Journals))]
    public void Every_kind_of_record_says_who_did_what(string file)
    {
        _data.Put(file, "registry", "journal.jsonl");
        using var journal = new JournalFile(Path.Combine(_data.Directory.Root, "registry"));

        var lines = AuditExport.Lines(journal, null, null);

        lines.Count.ShouldBe(journal.Read().Count);
        lines.ShouldAllBe(line => line.Who.Length > 0 && line.What.Length > 0);
        lines.Select(line => line.Hash).ShouldBe(journal.Read().Select(record => record.Hash));
    }
}
