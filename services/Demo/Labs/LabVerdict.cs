namespace MonitoringDemo.Demo.Labs;

/// <summary>What came of a check.</summary>
internal enum LabVerdict
{
    /// <summary>Everything works.</summary>
    Passed,

    /// <summary>A step does not work.</summary>
    NotYet,

    /// <summary>What could be tried works, and the rest needs a program that this machine does not have.</summary>
    NotPossibleHere,
}
