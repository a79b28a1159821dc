using MonitoringDemo.Dashboards.Tests.Lint;

namespace MonitoringDemo.Dashboards.Tests;

public sealed class UseTests
{
    [Fact]
    public void Every_metric_of_ours_is_asked_for_or_has_a_reason_not_to_be()
    {
        var dashboards = DashboardFile.In(Root.PathOf("dashboards"));
        var rules = RuleFile.In(Root.PathOf("deploy", "prometheus", "rules")).SelectMany(file => file.Rules).Select(rule => RuleFile.Text(rule, "expr"));

        var asked = dashboards.SelectMany(file => file.Queries.Select(query => query.Expr).Concat(file.Moments)).Concat(rules)
            .SelectMany(PromQl.Selectors).Select(selector => Contract.FamilyOf(selector.Metric)).ToHashSet();

        Contract.Labels.Keys.Where(family => !asked.Contains(family)).ShouldBe(Contract.Unused.Keys, ignoreOrder: true);
    }
}
