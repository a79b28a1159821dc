using System.Buffers;

namespace MonitoringDemo.Storage;

/// <summary>Blobs as files of one directory; a part of a name is a folder. A file that stands is whole.</summary>
/// <param name="directory">Created when first written to.</param>
public sealed class BlobFiles(string directory) : IBlobStore
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-/");
    private readonly string _directory = Path.GetFullPath(directory);

    /// <inheritdoc/>
    public byte[] Read(string name)
    {
        var path = PathOf(name);
        return File.Exists(path) ? File.ReadAllBytes(path) : throw new FileNotFoundException($"The registry holds no '{name}'.", name);
    }

    /// <inheritdoc/>
    public bool Exists(string name) => File.Exists(PathOf(name));

    /// <inheritdoc/>
    public void Write(string name, ReadOnlySpan<byte> bytes, bool replace = false)
    {
        var path = PathOf(name);
        if (!replace && File.Exists(path)) return;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (replace) WholeFile.Replace(path, bytes);
        else WholeFile.TryCreate(path, bytes);
    }

    /// <inheritdoc/>
    public bool Delete(string name)
    {
        var path = PathOf(name);
        if (!File.Exists(path)) return false;
        File.Delete(path);
        return true;
    }

    // A name may come from a message, and becomes a path.
    private string PathOf(string name) =>
        name.Length == 0 || name.AsSpan().ContainsAnyExcept(Allowed) || name.StartsWith('/') || name.Contains("..", StringComparison.Ordinal)
            ? throw new ArgumentException($"'{name}' is no name of a blob: use lower-case letters, digits, '.', '-', and '/' between parts.", nameof(name))
            : Path.Combine(_directory, name);
}
