namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>An extension point: one thing that a candidate has to show before it is released. Gates are tried in order; the first that fails names the rejection.</summary>
/// <remarks>One class in one file, of this service or of an assembly that <c>Retraining:Assemblies</c> names; what it needs comes through its constructor. It neither keeps anything between candidates nor throws.</remarks>
public interface IGate
{
    /// <summary>Unique, lower-case with hyphens; a rejection carries it.</summary>
    string Name { get; }

    /// <summary>Its place: gates with a lower number are tried before it. The house's own stand ten apart.</summary>
    int Order { get; }

    /// <summary>Whether the first model of all has to pass it too, which has no champion to beat.</summary>
    bool JudgesTheFirst => false;

    /// <summary>False where the settings leave it out: it is then neither asked nor counted.</summary>
    bool IsOn => true;

    /// <summary>False for a candidate that it has nothing to ask of: it is then neither asked nor counted.</summary>
    bool Concerns(Candidate candidate) => true;

    /// <summary>Looks at a candidate.</summary>
    /// <returns>Whether it passed, and what was measured, in one sentence.</returns>
    (bool Passed, string Evidence) Judge(Candidate candidate);
}
