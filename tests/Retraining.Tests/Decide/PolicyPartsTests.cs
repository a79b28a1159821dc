using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MonitoringDemo.Learning;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Tests.Decide;

public sealed class PolicyPartsTests
{
    [Fact]
    public void Every_gate_is_named_in_its_order()
    {
        var types = Implementations.Of<IGate>([typeof(RetrainingModule).Assembly]);

        // Their names and places need nothing that a gate is made of.
        var gates = types.Select(RuntimeHelpers.GetUninitializedObject).Cast<IGate>().OrderBy(gate => gate.Order).Select(gate => gate.Name);

        PolicyParts.Gates.ShouldBe(gates);
    }

    [Fact]
    public void A_row_that_the_policy_does_not_have_is_refused_with_those_that_it_has()
    {
        using var host = Built([new("Retraining:DisabledRows:0", "retrain-always")]);

        var refused = Should.Throw<OptionsValidationException>(() => host.Services.GetRequiredService<IStartupValidator>().Validate());

        refused.Message.ShouldContain("'retrain-always'");
        PolicyParts.Rows.ShouldAllBe(row => refused.Message.Contains(row.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_is_switched_off_is_left_out_and_no_other()
    {
        var options = new PolicyOptions();
        options.DisabledRows.Add("broken-data-is-quarantined");
        var drill = new Drill(options);

        var left = Policy.Table.Where(drill.Leaves).ToList();

        left.Select(row => row.Evidence).ShouldBe(PolicyParts.Rows.Where(row => row.Name != "broken-data-is-quarantined").Select(row => row.Evidence));
    }

    private static IHost Built(KeyValuePair<string, string?>[] settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([.. settings, new("Data:Directory", Directory.CreateTempSubdirectory("policy-parts-").FullName)]);
        builder.AddRetraining();
        return builder.Build();
    }
}
