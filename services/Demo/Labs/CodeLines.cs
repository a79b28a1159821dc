namespace MonitoringDemo.Demo.Labs;

/// <summary>How much code a participant wrote: lines that are neither empty nor a comment.</summary>
internal static class CodeLines
{
    public static int Count(string work) => LabFolder.Files(work)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
        .Sum(file => File.ReadLines(Path.Combine(work, file)).Count(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal)));
}
