namespace MonitoringDemo.Inference.Observe;

/// <summary>The versions of the other system's model, in the order in which they were first seen: the log names the first 1.</summary>
internal sealed record ObservedVersions
{
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The number of a version; 0 when it was never seen.</summary>
    public int NumberOf(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name) return i + 1;
        }

        return 0;
    }

    public ObservedVersions With(string name) => NumberOf(name) > 0 ? this : new ObservedVersions { Names = [.. Names, name] };
}
