using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.Retraining.Tests;

/// <summary>The settings of the section <c>Retraining</c>, which stand in several classes.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void A_name_stands_in_one_class_only()
    {
        var names = typeof(RetrainingModule).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties())
            .Select(property => property.Name)
            .ToList();

        names.Count.ShouldBeGreaterThan(40);
        names.ShouldBeUnique();
    }

    [Theory]
    [InlineData("RecentRows", "10")]
    [InlineData("QuarantineMargin", "-1")]
    [InlineData("BudgetRuns", "0")]
    [InlineData("ExperimentWork", "0")]
    [InlineData("ChallengerEvery", "1")]
    [InlineData("LeastHoldout", "1")]
    [InlineData("ShadowRows", "0")]
    public void What_is_out_of_range_is_refused_at_the_start_by_name_whichever_class_it_stands_in(string name, string value)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new($"Retraining:{name}", value)]);
        builder.AddRetraining();
        using var host = builder.Build();

        var refused = Should.Throw<OptionsValidationException>(() => host.Services.GetRequiredService<IStartupValidator>().Validate());

        refused.Message.ShouldContain(name);
    }
}
