namespace MonitoringDemo.Demo.Tests.Hosting;

/// <summary>Holds while no test of this program trains with ML.NET.</summary>
public sealed class LoadedAssembliesTests
{
    [Fact]
    public async Task A_run_whose_candidates_are_the_house_s_own_loads_nothing_of_ML_NET()
    {
        await Lockstep.Lockstep.PlayAsync("steady", seed: 1, songs: 8_400);

        var loaded = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!).ToList();

        loaded.ShouldContain("MonitoringDemo.MicrosoftML");
        loaded.ShouldNotContain(name => name.StartsWith("Microsoft.ML", StringComparison.Ordinal));
    }
}
