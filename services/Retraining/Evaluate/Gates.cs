using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>All gates in order.</summary>
internal sealed class Gates(IEnumerable<IGate> gates, PartsUsed? used = null)
{
    private readonly IGate[] _gates = [.. gates.Where(gate => gate.IsOn).OrderBy(gate => gate.Order).ThenBy(gate => gate.Name, StringComparer.Ordinal)];

    /// <summary>Judges up to the first gate that fails.</summary>
    public IReadOnlyList<GateResult> Judge(Candidate candidate)
    {
        var results = new List<GateResult>();
        foreach (var gate in _gates.Where(gate => (candidate.Champion is not null || gate.JudgesTheFirst) && gate.Concerns(candidate)))
        {
            var (passed, evidence) = gate.Judge(candidate);
            results.Add(new GateResult(gate.Name, passed, evidence));
            if (passed) continue;
            used?.Refused(gate.Name);
            break;
        }

        return results;
    }
}
