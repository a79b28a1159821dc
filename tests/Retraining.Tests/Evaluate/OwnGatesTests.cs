using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Tests.Evaluate;

public sealed class OwnGatesTests
{
    [Fact]
    public void Without_the_setting_there_is_none() => OwnGates.Assemblies(Configured(null)).ShouldBeEmpty();

    [Theory]
    [InlineData("no/such/gate.dll", "cannot be read")]
    [InlineData("xunit.v3.core.dll", "no public class that implements IGate")]
    public void A_file_that_will_not_do_is_named_with_the_setting(string file, string why)
    {
        var path = Path.Combine(AppContext.BaseDirectory, file);

        var refused = Should.Throw<OptionsValidationException>(() => OwnGates.Assemblies(Configured(path)).ToList());

        refused.Failures.ShouldHaveSingleItem().ShouldContain(why);
        refused.Message.ShouldContain("Retraining:Assemblies");
        refused.Message.ShouldContain(path);
    }

    private static IConfiguration Configured(string? path) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Retraining:Assemblies:0"] = path }.Where(setting => setting.Value is not null)).Build();
}
