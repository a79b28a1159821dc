namespace MonitoringDemo.Demo.Labs;

/// <summary>One check of one participant's work: where it stands, what plays the fleet, and what was said so far.</summary>
/// <param name="work">The folder with the participant's files.</param>
/// <param name="plays">Plays the fleet.</param>
/// <param name="build">Compiles what the participant wrote.</param>
internal sealed class LabCheck(string work, LabPlays plays, LabBuild build)
{
    private readonly List<LabStep> _steps = [];

    public string Work => work;

    public LabPlays Plays => plays;

    public IReadOnlyList<LabStep> Steps => _steps;

    /// <summary>The first step that does not work; null when all do.</summary>
    public LabStep? Failed => _steps.FirstOrDefault(step => !step.Passed);

    /// <summary>Why the rest cannot be tried on this machine; null when everything could be.</summary>
    public string? MissingHere { get; private set; }

    public LabVerdict Verdict => Failed is not null ? LabVerdict.NotYet : MissingHere is not null ? LabVerdict.NotPossibleHere : _steps.Count > 0 ? LabVerdict.Passed : LabVerdict.NotYet;

    /// <summary>Says that what comes next needs something that this machine does not have, and how to get it.</summary>
    public void NotPossible(string why) => MissingHere = why;

    public LabAnswers Answers() => LabAnswers.Read(work);

    /// <summary>Says whether a step works.</summary>
    /// <returns>The same, so that a check can end where the next step makes no sense.</returns>
    public bool Step(string id, bool passed, string says)
    {
        _steps.Add(new LabStep(id, passed, says));
        return passed;
    }

    /// <summary>Says that questions are not answered yet, as a step that does not work.</summary>
    /// <returns>True when all are answered.</returns>
    public bool Answered(string id, LabAnswers answers, params IEnumerable<string> names) =>
        answers.FirstUnanswered(names) is not { } name || Step(id, false, $"\"{name}\" in {LabAnswers.FileName} is not answered yet.");

    /// <summary>Compiles the participant's project, as a step.</summary>
    /// <returns>The assembly's path; null when it does not compile.</returns>
    public async Task<string?> CompileAsync(CancellationToken cancellation)
    {
        var (assembly, errors) = await build.CompileAsync(work, cancellation);
        Step("compiles", assembly is not null, assembly is not null ? "It compiles." : $"It does not compile. {string.Join(" ", errors)}");
        return assembly;
    }
}
