using System.Diagnostics.CodeAnalysis;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>One record, replaced as a whole, with which the process that holds the lease goes on where the one before it was.</summary>
/// <typeparam name="T">A record that System.Text.Json can write and read.</typeparam>
public interface ILeasedState<T>
    where T : class
{
    /// <summary>Reads the record that was saved last; ask after the lease is held, and not before.</summary>
    /// <returns>False when none was ever saved.</returns>
    bool TryLoad([NotNullWhen(true)] out T? value);

    /// <summary>Replaces the record. When this returns it survives the death of the process.</summary>
    /// <param name="value">The record.</param>
    /// <param name="fence">The number of the holding under which it was made.</param>
    /// <exception cref="LeaseLostException">Another process has taken the lease; nothing was written.</exception>
    void Save(T value, long fence);

    /// <summary>Whether this process can go on from the record that was saved last: its copy of the log reaches so far.</summary>
    /// <param name="why">What is missing, in one sentence, when it cannot.</param>
    bool CanGoOn([NotNullWhen(false)] out string? why);
}
