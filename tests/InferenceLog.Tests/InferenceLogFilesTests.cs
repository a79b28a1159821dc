namespace MonitoringDemo.InferenceLog.Tests;

public sealed class InferenceLogFilesTests : InferenceLogContractTests, IDisposable
{
    private readonly LogDirectory _directory = new();

    protected override IInferenceLog Log => new InferenceLogFiles(_directory.Path);

    protected override void TearTail()
    {
        var segment = _directory.Segments[^1];
        File.WriteAllBytes(segment, File.ReadAllBytes(segment)[..^5]);
    }

    public void Dispose() => _directory.Dispose();
}
