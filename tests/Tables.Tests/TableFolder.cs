using System.IO.Compression;
using System.Text;

namespace MonitoringDemo.Tables.Tests;

/// <summary>A folder of files made on the spot, and what is read from them.</summary>
internal sealed class TableFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("tables-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    public string PathOf(string name) => Path.Combine(_path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public static byte[] Zipped(string text)
    {
        using var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Optimal))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return stream.ToArray();
    }

    /// <summary>Writes a CSV file and reads it.</summary>
    public Taken Csv(string text) => Taken.Of(new TableFiles([Write("songs.csv", text)]));
}
