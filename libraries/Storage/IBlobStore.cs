namespace MonitoringDemo.Storage;

/// <summary>
/// Keeps bytes under names: the registry's artifacts, signatures and snapshots, see <see cref="RegistryBlobs"/>. Safe for several threads and processes.
/// A name is lower-case letters, digits, <c>.</c>, <c>-</c> and <c>/</c> between its parts.
/// </summary>
public interface IBlobStore
{
    /// <summary>The bytes under a name.</summary>
    /// <exception cref="FileNotFoundException">There are none; its <c>FileName</c> is the name.</exception>
    byte[] Read(string name);

    /// <summary>Whether there are bytes under a name; if so, all of them.</summary>
    bool Exists(string name);

    /// <summary>Puts bytes under a name, all or nothing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="replace">Whether they take the place of what is there; if not, that stays.</param>
    void Write(string name, ReadOnlySpan<byte> bytes, bool replace = false);

    /// <summary>Takes the bytes under a name away for good.</summary>
    /// <returns>False where there were none.</returns>
    bool Delete(string name);
}
