using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Tests.Lockstep;

public sealed class OwnDetectorTests
{
    // The monitor's own evidence is switched off, so that what is found was found by the detector.
    private static readonly (string, string)[] s_deaf =
    [
        ("DriftDetection:Monitor:LeastPsi", "100"), ("DriftDetection:Monitor:LeastBaselineOutcomes", "100000"), ("DriftDetection:Monitor:BaselineOutcomes", "100000"),
        ("DriftDetection:Monitor:LeastHeldOutRows", "100000"),
        ("DriftDetection:Assemblies:0", typeof(FortyWrongOfSixty).Assembly.Location),
        ("DriftDetection:Monitor:Tests:0:Test", "forty-wrong-of-sixty"), ("DriftDetection:Monitor:Tests:0:On", "error"),
    ];

    [Fact]
    public async Task A_detector_in_an_assembly_named_in_configuration_causes_a_finding_and_a_decision()
    {
        var report = await Lockstep.PlayAsync("taste-flip", options: [.. s_deaf, ("DriftDetection:Monitor:Tests:0:RowsToFalseAlarm", "1000000")]);

        var finding = report.Findings[0];
        (finding.Kind, finding.Detector).ShouldBe(("realised-performance", "forty-wrong-of-sixty"));
        var decision = report.Decisions.First(decision => decision.Row >= finding.Row && decision.Action is DecisionActions.Retrain);
        decision.Findings.ShouldContain(0);
    }

    [Fact]
    public async Task Without_a_stated_false_alarm_rate_it_decides_nothing()
    {
        var report = await Lockstep.PlayAsync("taste-flip", options: s_deaf);

        report.Findings.ShouldBeEmpty();
        report.Decisions.ShouldNotContain(decision => decision.Action == DecisionActions.Retrain);
    }
}
