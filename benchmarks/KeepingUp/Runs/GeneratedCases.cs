using System.Globalization;
using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>The generated streams as files.</summary>
internal static class GeneratedCases
{
    private const string Label = "y";

    public static IReadOnlyList<IStream> Streams { get; } =
    [
        new Sea(), new Agrawal(), new Hyperplane(), new Stagger("stagger", 1_200, 1_800), new Stagger("stagger-slow", 3_500, 4_500),
        new Sine(), new PriorShift(), new CovariateShift(), new NoDrift(),
    ];

    public static Case Of(IStream stream, int? rows, ulong seed)
    {
        var count = rows ?? stream.DefaultRows;
        return new Case(
            stream.Name, stream.Change, seed, count, Spells.Warmup, 0, ["--label", Label],
            [.. stream.Columns.Where(column => column.Categories.Count > 0).Select(column => column.Name)],
            stream.Changes(count, seed))
        {
            File = folder =>
            {
                var path = Path.Combine(folder, $"{stream.Name}.csv");
                using var writer = new StreamWriter(path);
                Write(stream, count, seed, writer);
                return path;
            },
        };
    }

    /// <summary>Writes the stream as CSV: numbers with seven digits, categories by name.</summary>
    public static void Write(IStream stream, int rows, ulong seed, TextWriter writer)
    {
        writer.Write(string.Join(',', stream.Columns.Select(column => column.Name).Append(Label)) + "\n");
        foreach (var row in stream.Make(rows, seed))
        {
            for (var i = 0; i < stream.Columns.Count; i++)
            {
                var categories = stream.Columns[i].Categories;
                writer.Write(categories.Count > 0 ? categories[(int)row.Values[i]] : row.Values[i].ToString("G7", CultureInfo.InvariantCulture));
                writer.Write(',');
            }

            writer.Write(row.Label == 1 ? "1\n" : "0\n");
        }
    }
}
