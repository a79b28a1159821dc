using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Tests.State;

public sealed class DataDirectoryTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void A_second_lock_is_refused_naming_the_directory_and_the_option_until_the_first_is_released()
    {
        var first = _data.Directory.Lock();

        var refused = Should.Throw<DataDirectoryInUseException>(() => new DataDirectory(_data.Directory.Root).Lock());
        refused.Message.ShouldContain(_data.Directory.Root);
        refused.Message.ShouldContain("--data");
        refused.Message.ShouldNotContain("\n");

        first.Dispose();
        _data.Directory.Lock().Dispose();
    }

    [Fact]
    public void Services_share_the_directory_but_each_runs_in_it_once()
    {
        using var drift = _data.Directory.Lock("drift");
        using var alerting = _data.Directory.Lock("alerting");

        Should.Throw<DataDirectoryInUseException>(() => _data.Directory.Lock("drift"));
        Should.Throw<DataDirectoryInUseException>(() => _data.Directory.Lock());
    }

    [Fact]
    public void The_whole_shuts_out_its_parts()
    {
        using var whole = _data.Directory.Lock();

        Should.Throw<DataDirectoryInUseException>(() => _data.Directory.Lock("drift"));
    }

    [Fact]
    public void The_default_is_beside_the_solution()
    {
        var path = DataDirectory.DefaultPath();

        Path.GetFileName(path).ShouldBe(".demo");
        File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "MonitoringDemo.sln")).ShouldBeTrue();
    }
}
