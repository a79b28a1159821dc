namespace MonitoringDemo.InferenceLog.Tests;

/// <summary>A log without files keeps the contract as well: what services ask for is not the file.</summary>
public sealed class MemoryLogTests : InferenceLogContractTests
{
    private readonly MemoryLog _log = new();

    protected override IInferenceLog Log => _log;

    protected override void TearTail() => _log.TearTail();
}
