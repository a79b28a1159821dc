using FsCheck;
using FsCheck.Fluent;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Properties;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Tests.Register;

/// <summary>A bus keeps no order: what findings, their ends and their quarantines leave behind does not depend on it.</summary>
public sealed class FindingsOrderPropertyTests
{
    private static readonly string[] s_kinds = [FindingKinds.DataQuality, FindingKinds.DataDrift, FindingKinds.RealisedPerformance];

    private static readonly Gen<JournalEvent[]> s_deeds =
        from count in Gen.Choose(1, 6)
        from findings in Gen.CollectToArray(Enumerable.Range(0, count), FindingOf)
        from ended in Gen.SubListOf(findings)
        from quarantined in Gen.SubListOf(findings.Where(finding => finding.Kind == FindingKinds.DataQuality))
        from again in Gen.SubListOf(findings)
        select (JournalEvent[])
        [
            .. findings.Concat(again).Select(finding => new FindingsReceived(StoryOf(finding), [finding], 5, null)),
            .. ended.Select(finding => new FindingsEnded(StoryOf(finding), [new ClearedFinding(finding.Id, finding.Kind, finding.Feature, finding.Row + 100)])),
            .. quarantined.Select(finding => new QuarantineOpened(finding.Id, finding.Feature, finding.Onset, 25)),
        ];

    [Fact]
    public void Whatever_order_they_come_in_the_registry_knows_the_same() => Claim.Holds(
        from deeds in s_deeds from other in Gen.Shuffle(deeds) select (deeds, other),
        orders =>
        {
            var (one, other) = (Fold(orders.deeds), Fold(orders.other));

            Told(other).ShouldBe(Told(one));
        },
        share: 3);

    /// <summary>A quarantine answers a finding, so it never comes before it.</summary>
    private static RegistryState Fold(IEnumerable<JournalEvent> deeds)
    {
        var (state, waiting) = (RegistryState.Empty, new List<QuarantineOpened>());
        foreach (var deed in deeds)
        {
            if (deed is QuarantineOpened opened) waiting.Add(opened);
            else state = Apply(state, deed);
            foreach (var answered in waiting.FindAll(each => state.Known.Contains(Keys.Finding(each.FindingId))))
            {
                state = Apply(state, answered);
                waiting.Remove(answered);
            }
        }

        return state;
    }

    private static RegistryState Apply(RegistryState state, JournalEvent happened) => state.Apply(new JournalEntry(1, 9, DateTimeOffset.UnixEpoch, happened));

    private static string Told(RegistryState state) => Made.Told(new
    {
        Incidents = state.Incidents.Values.OrderBy(incident => incident.State.UpdateId, StringComparer.Ordinal),
        Unanswered = state.Unanswered.OrderBy(broken => broken.Finding.Id, StringComparer.Ordinal),
        Quarantines = state.Quarantines.OrderBy(range => range.FindingId, StringComparer.Ordinal),
        Early = state.EndedFirst.Keys.Order(StringComparer.Ordinal),
        Known = state.Known.Order(StringComparer.Ordinal),
    });

    private static Gen<Finding> FindingOf(int number) =>
        from kind in Gen.Elements(s_kinds)
        from row in Gen.Choose(0, 3).Select(hundred => 1_000 + (100 * hundred))
        from feature in Gen.Elements("energy", "tempo")
        select new Finding($"f{number}", row, kind, feature, "psi", 0.3, 0.2, row - 50, row - 100, row, "It moved.");

    private static string StoryOf(Finding finding) => $"hits-{finding.Id[^1] % 2}";
}
