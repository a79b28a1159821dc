using MonitoringDemo.Learning.Schema;
using Parquet;
using Parquet.Schema;

namespace MonitoringDemo.Retraining.Snapshot;

/// <summary>Labelled rows as a Parquet file that any tool of data science opens: the row's number, the label, and a column for each feature.</summary>
/// <remarks>A missing value is null; a category is its text, and one that was never seen before the schema was made has the text <c>unseen</c>. The schema stands in the file's metadata.</remarks>
internal static class ParquetSnapshot
{
    private const string SchemaKey = "monitoringdemo.schema";

    public static async Task<byte[]> WriteAsync(DataSet rows)
    {
        var fields = Fields(rows.Schema);
        using var buffer = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), buffer).ConfigureAwait(false))
        {
            writer.CustomMetadata = new Dictionary<string, string> { [SchemaKey] = System.Text.Encoding.UTF8.GetString(SchemaJson.Write(rows.Schema)) };
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<long>(fields[0], rows.RowNumbers.ToArray()).ConfigureAwait(false);
            await group.WriteAsync<int>(fields[1], Array.ConvertAll(rows.Labels.ToArray(), label => (int)label)).ConfigureAwait(false);
            for (var i = 0; i < rows.Schema.Count; i++)
            {
                var (feature, column) = (rows.Schema.Features[i], Column(rows, i));
                if (feature.Kind == FeatureKind.Numeric) await group.WriteAsync<double>(fields[i + 2], Array.ConvertAll<double, double?>(column, value => double.IsNaN(value) ? null : value)).ConfigureAwait(false);
                else await group.WriteAsync(fields[i + 2], Array.ConvertAll(column, value => Text(feature, value))!).ConfigureAwait(false);
            }

            group.CompleteValidate();
        }

        return buffer.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no such file.</exception>
    public static async Task<DataSet> ReadAsync(byte[] file)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file)).ConfigureAwait(false);
        if (!reader.CustomMetadata.TryGetValue(SchemaKey, out var json)) throw new InvalidDataException($"The file's metadata has no '{SchemaKey}'.");
        var schema = SchemaJson.Read(System.Text.Encoding.UTF8.GetBytes(json));
        using var group = reader.OpenRowGroupReader(0);
        var (fields, count) = (reader.Schema.DataFields, checked((int)group.RowCount));
        var (numbers, labels, values) = (new long[count], new int[count], new double[count * schema.Count]);
        await group.ReadAsync<long>(fields[0], numbers).ConfigureAwait(false);
        await group.ReadAsync<int>(fields[1], labels).ConfigureAwait(false);
        for (var i = 0; i < schema.Count; i++)
        {
            var column = schema.Features[i].Kind == FeatureKind.Numeric ? await NumbersAsync(group, fields[i + 2], count).ConfigureAwait(false) : await CodesAsync(group, fields[i + 2], count, schema.Features[i]).ConfigureAwait(false);
            for (var row = 0; row < count; row++) values[(row * schema.Count) + i] = column[row];
        }

        return new DataSet(schema, values, Array.ConvertAll(labels, label => (byte)label), numbers);
    }

    // Columns are told by their place: a feature may have any name, also that of the label.
    private static DataField[] Fields(FeatureSchema schema)
    {
        var label = Free(schema, schema.Label);
        return
        [
            new DataField<long>(Free(schema, label == "row" ? "row_" : "row")),
            new DataField<int>(label),
            .. schema.Features.Select(feature => new DataField(feature.Name, feature.Kind == FeatureKind.Numeric ? typeof(double) : typeof(string), true)),
        ];
    }

    private static string Free(FeatureSchema schema, string name) => schema.IndexOf(name) < 0 ? name : Free(schema, name + "_");

    private static double[] Column(DataSet rows, int feature)
    {
        var column = new double[rows.Count];
        for (var row = 0; row < column.Length; row++) column[row] = rows.Row(row)[feature];
        return column;
    }

    private static string? Text(Feature feature, double code) =>
        double.IsNaN(code) ? null : code < feature.Categories.Count ? feature.Categories[(int)code] : Unseen(feature, "unseen");

    private static string Unseen(Feature feature, string text) => feature.Categories.Contains(text) ? Unseen(feature, $"({text})") : text;

    private static async Task<double[]> NumbersAsync(ParquetRowGroupReader group, DataField field, int count)
    {
        var column = new double?[count];
        await group.ReadAsync<double>(field, column).ConfigureAwait(false);
        return Array.ConvertAll(column, value => value ?? double.NaN);
    }

    private static async Task<double[]> CodesAsync(ParquetRowGroupReader group, DataField field, int count, Feature feature)
    {
        var codes = feature.Categories.Select((text, code) => (text, code)).ToDictionary(category => category.text, category => (double)category.code, StringComparer.Ordinal);
        var column = new string?[count];
        await group.ReadAsync(field, column!).ConfigureAwait(false);
        return Array.ConvertAll(column, text => text is null ? double.NaN : codes.GetValueOrDefault(text, feature.Categories.Count));
    }
}
