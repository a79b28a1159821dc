namespace MonitoringDemo.Drift.Corrections;

/// <summary>Refuses levels that are no probabilities.</summary>
internal static class Level
{
    public static double Check(double level, string name) => level is > 0 and < 1
        ? level
        : throw new ArgumentOutOfRangeException(name, level, "A level is a probability between 0 and 1, such as 0.05.");
}
