namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>One thing that a candidate has to show before it is released. Gates are tried in order; the first that fails names the rejection.</summary>
internal interface IGate
{
    string Name { get; }

    /// <summary>Its place: gates with a lower number are tried before it. The house's own stand ten apart.</summary>
    int Order { get; }

    /// <summary>Whether the first model of all has to pass it too, which has no champion to beat.</summary>
    bool JudgesTheFirst => false;

    /// <summary>False where the settings leave it out: it is then neither asked nor counted.</summary>
    bool IsOn => true;

    /// <summary>False for a candidate that it has nothing to ask of: it is then neither asked nor counted.</summary>
    bool Concerns(Candidate candidate) => true;

    /// <returns>Whether it passed, and what was measured, in one sentence.</returns>
    (bool Passed, string Evidence) Judge(Candidate candidate);
}
