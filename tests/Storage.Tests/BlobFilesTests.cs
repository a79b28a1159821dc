namespace MonitoringDemo.Storage.Tests;

public sealed class BlobFilesTests : BlobStoreContractTests, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("blobs-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    protected override IBlobStore Open() => new BlobFiles(Path.Combine(_directory, "registry"));

    [Fact]
    public void A_blob_is_a_file_and_nothing_else_is_left_behind()
    {
        Open().Write("artefacts/abc.model", [1]);
        Open().Write("artefacts/abc.model", [2], replace: true);

        Directory.GetFiles(_directory, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_directory, file))
            .ShouldBe([Path.Combine("registry", "artefacts", "abc.model")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../keys/artifact-signing.pem")]
    [InlineData("artefacts/../../keys/artifact-signing.pem")]
    [InlineData("artefacts\\abc")]
    [InlineData("c:abc")]
    public void A_name_that_leads_out_of_the_directory_is_refused(string name)
    {
        Should.Throw<ArgumentException>(() => Open().Read(name));
        Should.Throw<ArgumentException>(() => Open().Exists(name));
        Should.Throw<ArgumentException>(() => Open().Write(name, [1]));
    }
}
