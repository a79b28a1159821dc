using Microsoft.Extensions.Configuration;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Tests.State;

public sealed class ReplicaFolderTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Each_process_gets_a_folder_of_its_own_and_the_next_one_goes_on_in_one_that_was_left()
    {
        var first = Claim();
        using var second = Claim();
        first!.Dispose();

        using var third = Claim();

        second!.Path.ShouldBe(_data.Directory.PathOf("replica-2"));
        third!.Path.ShouldBe(_data.Directory.Root);
    }

    [Fact]
    public void The_folder_is_the_data_directory_from_then_on()
    {
        using var first = Claim();
        var configuration = Configuration(replicas: true);

        using var second = ReplicaFolder.Claim(configuration);

        configuration["Data:Directory"].ShouldBe(_data.Directory.PathOf("replica-2"));
    }

    [Fact]
    public void Nothing_is_claimed_where_each_process_has_a_directory()
    {
        var configuration = Configuration(replicas: false);

        ReplicaFolder.Claim(configuration).ShouldBeNull();

        configuration["Data:Directory"].ShouldBe(_data.Directory.Root);
    }

    private ReplicaFolder? Claim() => ReplicaFolder.Claim(Configuration(replicas: true));

    private IConfiguration Configuration(bool replicas) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Data:Directory", _data.Directory.Root), new("Data:Replicas", replicas ? "true" : "false")])
        .Build();
}
