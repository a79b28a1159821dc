using System.Globalization;
using System.IO.Compression;
using System.Text;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Trainers;

namespace MonitoringDemo.Learning.Tests.Data;

/// <summary>Data sets by name: those that the repository ships, and others from the folder in MONITORINGDEMO_DATA.</summary>
internal static class SharedData
{
    private const string Variable = "MONITORINGDEMO_DATA";

    /// <summary>The columns of a schema out of a CSV file; an empty field is missing. Skips the test where the file is not to be had.</summary>
    public static DataSet Read(string file, FeatureSchema schema)
    {
        using Stream raw = File.OpenRead(Find(file));
        using var text = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw);
        var header = Fields(text.ReadLine()!);
        int[] columns = [.. schema.Features.Select(feature => header.IndexOf(feature.Name))];
        var label = header.IndexOf(schema.Label);
        var (values, labels) = (new List<double>(), new List<byte>());
        while (text.ReadLine() is { } line)
        {
            var fields = Fields(line);
            for (var i = 0; i < columns.Length; i++)
                values.Add(Value(fields[columns[i]], schema.Features[i]));
            labels.Add(schema.Task.Classes > 2 ? (byte)schema.Task.ClassNames.ToList().IndexOf(fields[label]) : byte.Parse(fields[label], CultureInfo.InvariantCulture));
        }

        return Problem.Rows(schema, [.. values], [.. labels]);
    }

    private static string Find(string file)
    {
        if (Path.Combine(AppContext.BaseDirectory, file) is var shipped && File.Exists(shipped))
            return shipped;

        var folder = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(folder))
            Assert.Skip($"Set {Variable} to the folder that holds {file}.");
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
            Assert.Skip($"{file} is not in the folder that {Variable} names.");
        return path;
    }

    private static double Value(string field, Feature feature) => field.Length == 0
        ? double.NaN
        : feature.Kind == FeatureKind.Categorical
            ? feature.Categories.ToList().IndexOf(field)
            : double.Parse(field, CultureInfo.InvariantCulture);

    // Quoted fields with doubled quotes; no line breaks inside.
    private static List<string> Fields(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                field.Append(line[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
                field.Append(c);
        }

        fields.Add(field.ToString());
        return fields;
    }
}
