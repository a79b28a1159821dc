using MonitoringDemo.Demo.Report;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary>Where the report goes. A file that cannot be written is refused before the run, not after it.</summary>
internal sealed class ReportTarget
{
    private const string Standard = "-";

    private readonly string? _path;

    public ReportTarget(string? path, string option = "--json")
    {
        _path = path;
        if (path is null or Standard)
            return;
        try
        {
            var isNew = !File.Exists(path);
            File.Open(path, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
            if (isNew)
                File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnusableInputException($"{option} {path}: cannot be written ({e.Message.TrimEnd('.')}).", e);
        }
    }

    /// <summary>True when standard output belongs to the report alone.</summary>
    public bool IsStandardOutput => _path == Standard;

    public void Write(RunReport report, TextWriter output) => Write(ReportFile.Write(report), output);

    public void Write(string text, TextWriter output)
    {
        if (IsStandardOutput)
            output.Write(text);
        else if (_path is not null)
            File.WriteAllText(_path, text);
    }
}
