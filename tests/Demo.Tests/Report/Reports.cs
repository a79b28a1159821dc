using MonitoringDemo.Demo.Report;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Tests.Report;

/// <summary>A scenario that asks for everything, and a run that does everything right.</summary>
internal static class Reports
{
    public static ScenarioManifest Manifest { get; } = new()
    {
        Id = "test",
        Title = "Test",
        WhatToLookFor = "Everything.",
        RightResponse = DecisionActions.Quarantine,
        MendedAfter = 2000,
        RequiredFindings = [new([FindingKinds.DataQuality], Feature: "duration_ms", Within: 200)],
        ForbiddenFindings = [new([FindingKinds.DataDrift])],
        RequiredActions = [new(DecisionActions.Reject, Gate: "quality", Within: 500)],
        ForbiddenActions = [DecisionActions.Retrain],
        ActionLimits = [new(DecisionActions.Watch, AtMost: 1)],
        MinPromotions = 1,
        MaxPromotions = 2,
        Budget = new ScenarioBudget
        {
            FleetAboveStatic = 0.1,
            AccuracyWithinOfBefore = 0.02,
            OracleWithin = 5000,
            OracleMargin = 0.03,
            NormalWithinOfMend = 500,
            NoBrokenRowTrainedOn = true,
            OwnerAlerted = true,
        },
    };

    public static RunReport Good { get; } = new(
        1,
        "test",
        7,
        20_000,
        500,
        null,
        [Finding(8100, FindingKinds.DataQuality, "duration_ms")],
        [Decision(8100, DecisionActions.Quarantine), Decision(8300, DecisionActions.Reject, "quality")],
        [Model(1, 5000), Model(2, 9000), Model(3, null)],
        new ReportAccuracy(0.80, 0.65, []),
        new ReportCounts(15_000, 0, 14_000, 0, 0, 2000, 1),
        null,
        null,
        null,
        null,
        new ReportTiming(1, 20_000));

    public static RunFacts Facts { get; } = new(0.80, 0.79, 0.80, 0.80, 0.82, [10_000], 0, [8100]);

    public static ReportFinding Finding(long row, string kind, string? feature) => new(row, kind, feature, "detector", 1, 0.5, row);

    public static ReportDecision Decision(long row, string action, string? gate = null) => new(row, action, "because", [], gate, null);

    public static ReportModel Model(int version, long? promotedAt) => new(version, "sha", "data", [0, 5000], "seed", promotedAt, null);
}
