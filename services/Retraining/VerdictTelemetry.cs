using System.Diagnostics.Metrics;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Retraining;

/// <summary>What became of findings, counted when they end. None of it says that one was false: that knows only who knows the truth.</summary>
internal sealed class VerdictTelemetry
{
    /// <summary>Something was done about it.</summary>
    public const string Acted = "acted";

    /// <summary>It was looked at, and did the answers no harm.</summary>
    public const string Harmless = "harmless";

    /// <summary>The data's owner said that it is normal.</summary>
    public const string Accepted = "accepted";

    /// <summary>It was over before anything was decided.</summary>
    public const string Unanswered = "unanswered";

    private static readonly string[] s_all = [Acted, Harmless, Accepted, Unanswered];

    private readonly string _model;
    private readonly Counter<long> _ended;

    // An end may be told twice.
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    // Broken rows are kept out of training although they are over: the decision may come after the end.
    private readonly Dictionary<string, string> _undecided = new(StringComparer.Ordinal);

    public VerdictTelemetry(IMeterFactory meters, ModelSlot slot)
    {
        _model = slot.Model;
        _ended = meters.Create(RetrainingTelemetry.Name).CreateCounter<long>("mlops_findings_ended", description: "Findings that ended, by kind and by what was decided about them.");
        foreach (var kind in FindingKinds.All)
        {
            foreach (var verdict in s_all) Count(kind, verdict, 0);
        }
    }

    /// <summary>Counts what a new entry of the journal says.</summary>
    public void Appended(JournalEntry entry, RegistryState state)
    {
        if (entry.Happened is FindingsEnded ended)
        {
            foreach (var finding in ended.Cleared.Where(finding => _told.Add(finding.FindingId)))
            {
                if (state.Unanswered.Any(broken => broken.Finding.Id == finding.FindingId)) _undecided[finding.FindingId] = finding.Kind;
                else Count(finding.Kind, Of(finding.FindingId, ended.UpdateId, state.Decisions), 1);
            }
        }
        else if (entry.Happened is Decided { Decision: var decision })
        {
            foreach (var id in decision.FindingIds)
            {
                if (_undecided.Remove(id, out var kind)) Count(kind, Of(id, decision.UpdateId, state.Decisions), 1);
            }
        }
    }

    /// <summary>What decisions make of a finding: those that rest on it, and those that moved the model for its incident. A quarantine concerns the input that it names, and no other.</summary>
    internal static string Of(string findingId, string incident, IReadOnlyList<DecisionMade> decisions)
    {
        var verdict = Unanswered;
        foreach (var decision in decisions)
        {
            var restsOnIt = decision.FindingIds.Contains(findingId);
            if (decision.Action == DecisionActions.Accept && restsOnIt) return Accepted;
            if ((restsOnIt && IsAct(decision.Action)) || (decision.UpdateId == incident && MovesModel(decision.Action))) verdict = Acted;
            if (verdict == Unanswered && restsOnIt) verdict = Harmless;
        }

        return verdict;
    }

    private static bool IsAct(string action) => action is not (DecisionActions.Watch or DecisionActions.Reject or DecisionActions.Accept);

    private static bool MovesModel(string action) => action is DecisionActions.Retrain or DecisionActions.Replace or DecisionActions.Restore or DecisionActions.RollBack;

    private void Count(string kind, string verdict, long findings) =>
        _ended.Add(findings, new("model", _model), new("kind", kind), new("verdict", verdict));
}
