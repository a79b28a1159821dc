using System.Text;

namespace MonitoringDemo.Demo.Cases;

/// <summary>Writes the rows of a case study as CSV: UTF-8, commas, LF; no value needs a quote.</summary>
internal static class CaseFile
{
    /// <returns>How many rows were written.</returns>
    /// <exception cref="UnusableInputException">It cannot be written there.</exception>
    public static int Write(ICaseStudy study, ulong seed, string path)
    {
        try
        {
            using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            return Write(study, seed, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"--out {path}: cannot be written ({e.Message.TrimEnd('.')}).", e);
        }
    }

    /// <returns>How many rows were written.</returns>
    public static int Write(ICaseStudy study, ulong seed, TextWriter file)
    {
        file.WriteLine(string.Join(',', study.Columns));
        var rows = 0;
        foreach (var row in study.Make(seed))
        {
            file.WriteLine(string.Join(',', row));
            rows++;
        }

        return rows;
    }
}
