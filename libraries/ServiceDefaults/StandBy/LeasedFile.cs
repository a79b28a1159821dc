using System.Diagnostics.CodeAnalysis;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>The record as a file of the data directory, which one process claims.</summary>
/// <param name="checkpoint">The file.</param>
public sealed class LeasedFile<T>(Checkpoint<T> checkpoint) : ILeasedState<T>
    where T : class
{
    /// <inheritdoc/>
    public bool TryLoad([NotNullWhen(true)] out T? value) => checkpoint.TryLoad(out value);

    /// <inheritdoc/>
    public void Save(T value, long fence) => checkpoint.Save(value);

    /// <inheritdoc/>
    public bool CanGoOn([NotNullWhen(false)] out string? why)
    {
        why = null;
        return true;
    }
}
