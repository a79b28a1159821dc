namespace MonitoringDemo.Storage.Tests;

/// <summary>A journal without files keeps the contract as well: what the registry asks for is not the file.</summary>
public sealed class MemoryJournalTests : JournalContractTests
{
    private readonly MemoryJournal _journal = new();

    protected override IJournal Open() => _journal;

    protected override void Close(IJournal journal)
    {
    }
}
