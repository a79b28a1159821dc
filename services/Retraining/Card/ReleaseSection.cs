using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Register;
using static MonitoringDemo.Retraining.Card.CardText;

namespace MonitoringDemo.Retraining.Card;

/// <summary>Which gates it passed, who let it out, and when it served.</summary>
internal static class ReleaseSection
{
    private static readonly string[] _gateHeads = ["gate", "verdict", "measured"];
    private static readonly string[] _releaseHeads = [">row", "release", "reason"];

    public static CardSection Of(CardSubject subject)
    {
        var version = subject.Version;
        var releases = subject.Entries.Select(entry => entry.Happened).OfType<Released>().Select(released => released.Change)
            .Where(change => change.Champion.Version == version.Version || change.Shadow?.Version == version.Version).ToList();
        return new CardSection("Gates, approvals and releases",
        [
            Approved(subject),
            releases.Count == 0 ? "It was never released." : version.PromotedAtRow is { } row ? Words($"It served from row {row:N0} on.")
                : releases.Max(change => change.CanaryShare) is { } most ? Words($"It answered up to {100 * most:0.##} % of the requests as a canary, and never all.")
                : "It was scored beside the champion and never served.",
        ],
        new CardTable(_gateHeads, [.. version.Gates.Select(Gate)]),
        new CardTable(_releaseHeads, [.. releases.Select(change => Line(change, version.Version))]));
    }

    private static string Approved(CardSubject subject) => subject.Version.Trigger switch
    {
        _ when subject.State.People.Waiting.Find(waiting => waiting.Version == subject.Version.Version) is { } waits =>
            Words($"It waits for {subject.State.People.Missing(waits)} of {waits.Needed} people: {waits.Why}.{Names(subject)}"),
        _ when Names(subject) is { Length: > 0 } names => names.TrimStart(),
        "manual" => "A person asked for the training. No person approved the release: the gates and the policy decided.",
        "seed" => "It is the first model: there was none to compare it with, and no person approved it.",
        _ => "No person approved it: the gates and the policy decided.",
    };

    private static string Names(CardSubject subject) =>
        string.Concat(subject.State.People.ApprovalsOf(subject.Version.Version).Select(approval => Words($" {approval.By} approved it at row {approval.Row:N0}: {approval.Reason.TrimEnd('.')}.")));

    private static IReadOnlyList<string> Gate(GateResult gate) => [gate.Gate, gate.Passed ? "passed" : "failed", gate.Evidence];

    private static IReadOnlyList<string> Line(ReleaseChanged change, int version) =>
        [Words($"{change.Row:N0}"), change is { CanaryShare: { } share, Shadow.Version: var canary } && canary == version ? Words($"canary, {100 * share:0.##} % of the requests") : change.Champion.Version == version ? change.Stage : $"{change.Stage}, scored beside model {change.Champion.Version}", change.Reason];
}
