using MonitoringDemo.Storage;

namespace MonitoringDemo.InferenceLog;

/// <summary>The schema of a log's rows, as bytes: what they mean is not the log's business.</summary>
internal static class SchemaFile
{
    public static string PathIn(string directory) => Path.Combine(directory, "schema.json");

    public static byte[]? Read(string directory)
    {
        var path = PathIn(directory);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    /// <exception cref="SchemaConflictException">There is one already.</exception>
    public static void Write(string directory, ReadOnlySpan<byte> schema)
    {
        if (!WholeFile.TryCreate(PathIn(directory), schema, flushToDisk: true)) throw new SchemaConflictException();
    }
}
