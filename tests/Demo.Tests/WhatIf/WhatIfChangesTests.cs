using MonitoringDemo.Demo.WhatIf;

namespace MonitoringDemo.Demo.Tests.WhatIf;

public sealed class WhatIfChangesTests
{
    private static readonly Dictionary<string, string?> s_nothing = [];

    [Theory]
    [InlineData("Retraining:LeastDrob=0.05", "Retraining:LeastDrop")]
    [InlineData("DriftDetection:Monitor:DriftSteps=5", "DriftDetection:Monitor:DriftStep")]
    [InlineData("Retraining:LeastDrop", "KEY=VALUE")]
    public void A_setting_that_there_is_not_is_refused_with_the_nearest(string set, string named) =>
        Should.Throw<UnusableInputException>(() => WhatIfChanges.Of(s_nothing, [set], [], [])).Message.ShouldContain(named);

    [Theory]
    [InlineData("gate:qualities", "quality")]
    [InlineData("policy:retrain", "changed-concept-is-learned")]
    [InlineData("detector:unit", "unit-change")]
    [InlineData("detector:unit", "held-out-norm")]
    [InlineData("model:1", "gate:NAME")]
    [InlineData("quality", "gate:NAME")]
    public void A_part_that_there_is_not_is_refused_with_those_that_there_are(string part, string named) =>
        Should.Throw<UnusableInputException>(() => WhatIfChanges.Of(s_nothing, [], [part], [])).Message.ShouldContain(named);

    [Fact]
    public void A_detector_that_there_is_not_is_refused_with_those_that_there_are() =>
        Should.Throw<UnusableInputException>(() => WhatIfChanges.Of(s_nothing, [], [], ["ddn"])).Message.ShouldContain("ddm");

    [Fact]
    public void Changes_come_after_what_was_set_before()
    {
        var recorded = new Dictionary<string, string?> { ["Retraining:DisabledResponses:0"] = "hold" };

        var changes = WhatIfChanges.Of(recorded, ["Retraining__LeastDrop=0.05"], ["gate:quality", "gate:slices"], ["ddm"]);

        changes.Settings["Retraining:LeastDrop"].ShouldBe("0.05");
        changes.Settings["Retraining:DisabledResponses:1"].ShouldBe("quality");
        changes.Settings["Retraining:DisabledResponses:2"].ShouldBe("slices");
        changes.Settings["DriftDetection:Monitor:Tests:0:Test"].ShouldBe("ddm");
        changes.Settings["DriftDetection:Monitor:Tests:0:On"].ShouldBe("error");
        changes.Words.Count.ShouldBe(4);
    }
}
