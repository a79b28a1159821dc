using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Inputs;

internal sealed class NewFeature : IScenario
{
    private const string Column = "remixes";
    private const double Share = 0.5;
    private const double Most = 20;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "new-feature",
        Title = "New column",
        InShort = "Half send a column more",
        Group = ScenarioGroups.Inputs,
        Size = "a column beside those of the schema, on half of the songs",
        WhatToLookFor = "Half of the callers send one column more than the schema knows. Requests with and without it are answered as before, and the column is named. Nothing is broken and nothing has moved, so nothing is done: whether a model should know it, people decide.",
        RightResponse = "none",
        IsRunOnly = true,
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.DataDrift, FindingKinds.RealisedPerformance, FindingKinds.LabelFlow])],
        ForbiddenActions = [.. DecisionActions.All.Except([DecisionActions.Watch])],
        MaxPromotions = 0,
        Budget = new() { AccuracyWithinOfBefore = 0.02, ColumnNoticed = Column },
    };

    public IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Inference:UnknownFields"] = "Pass" };

    public AddedColumn? Added(SongDraw draw, long rowsSinceOnset) =>
        draw.Uniform() < Share ? new AddedColumn(Column, Math.Floor(draw.Uniform(1) * Most)) : null;
}
