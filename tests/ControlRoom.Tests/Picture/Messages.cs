using FsCheck;
using FsCheck.Fluent;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.ControlRoom.Tests.Picture;

/// <summary>Makes up what a fleet may say to the page.</summary>
internal static class Messages
{
    private static readonly string[] s_kinds = [FindingKinds.DataQuality, FindingKinds.DataDrift, FindingKinds.RealisedPerformance];
    private static readonly string[] s_stages = [ReleaseStages.Promoted, ReleaseStages.Shadow, ReleaseStages.Canary, ReleaseStages.Withdrawn, ReleaseStages.Restored, ReleaseStages.RolledBack];
    private static readonly string[] s_actions = [DecisionActions.Watch, DecisionActions.Retrain, DecisionActions.Reject, DecisionActions.RollBack, DecisionActions.Quarantine];

    /// <summary>Of any kind, about a few findings, alerts, versions and stories.</summary>
    public static Gen<object> Any { get; } =
        from kind in Gen.Choose(0, 13)
        from number in Gen.Choose(1, 5)
        from row in Gen.Choose(80, 140).Select(hundred => 100L * hundred)
        from way in Gen.Choose(0, 4)
        select kind switch
        {
            0 or 1 => Story.Found($"f{number}", row, StoryOf(number), s_kinds[number % 3]),
            2 => Story.Cleared($"f{number}", row, StoryOf(number)),
            3 => Story.Raised($"a{number}", row),
            4 => Story.Resolved($"a{number}", row),
            5 => Story.Decided(s_actions[way], row, number, way == 2 ? "better" : null, $"f{number}"),
            6 => Story.Released(number, number, s_stages[way], row, number == 2 ? 3 : null),
            7 => Story.Loaded(number, number, row),
            8 => Story.Trained(number, row),
            9 => Story.Training(row),
            10 => Story.Tried(row),
            11 => Story.Started($"s{number}", row),
            12 => Story.Health(row, 10 * number, 8 * number, 6 * number, number),
            _ => (object)Story.Health(row, 0, 0, 0),
        };

    /// <summary>Findings, each of a change of its own, and their ends; alerts, and theirs.</summary>
    public static Gen<object[]> Ends { get; } =
        from findings in Gen.SubListOf(Enumerable.Range(1, 4))
        from cleared in Gen.SubListOf<int>(findings)
        from alerts in Gen.SubListOf(Enumerable.Range(1, 4))
        from resolved in Gen.SubListOf<int>(alerts)
        select (object[])
        [
            .. findings.Select(number => Story.Found($"f{number}", 2_000 * number, $"hits-{number}", s_kinds[number % 3])),
            .. cleared.Select(number => Story.Cleared($"f{number}", (2_000 * number) + 900, $"hits-{number}")),
            .. alerts.Select(number => Story.Raised($"a{number}", 2_000 * number, $"Alert{number}")),
            .. resolved.Select(number => Story.Resolved($"a{number}", (2_000 * number) + 950)),
        ];

    private static string StoryOf(int number) => $"hits-{8_000 + (number % 2)}";
}
