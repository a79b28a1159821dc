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

    /// <summary>Appears whole or not at all.</summary>
    public static void Write(string directory, ReadOnlySpan<byte> schema)
    {
        var temporary = PathIn(directory) + ".new";
        using (var file = File.Create(temporary))
        {
            file.Write(schema);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, PathIn(directory));
    }
}
