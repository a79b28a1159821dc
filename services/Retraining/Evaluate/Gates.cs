namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>All gates in order.</summary>
internal sealed class Gates(IReadOnlyList<IGate> gates)
{
    /// <summary>Judges up to the first gate that fails.</summary>
    public IReadOnlyList<GateResult> Judge(Candidate candidate)
    {
        var results = new List<GateResult>();
        foreach (var gate in gates.Where(gate => candidate.Champion is not null || gate.JudgesTheFirst))
        {
            var (passed, evidence) = gate.Judge(candidate);
            results.Add(new GateResult(gate.Name, passed, evidence));
            if (!passed) break;
        }

        return results;
    }
}
