using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Preparation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Logistic;

/// <summary>
/// Learns standardised columns, missing indicators and one-hot columns from training rows. Column 0 is the intercept's;
/// a constant feature has no column.
/// </summary>
internal sealed class StandardEncoder
{
    private const int None = -1;

    // A gigabyte of doubles. Beyond it memory runs out before anything is learned.
    private const long MostValues = 1L << 27;

    private readonly Columns[] _features;
    private readonly int _count;

    private StandardEncoder(Columns[] features, int count) => (_features, _count) = (features, count);

    /// <summary>Columns, the intercept's among them.</summary>
    public int Count => _count;

    public static StandardEncoder Learn(DataSet data, int minRows)
    {
        var values = data.Values;
        var stride = data.Schema.Count;
        var features = new Columns[stride];
        var next = 1;
        for (var i = 0; i < stride; i++)
        {
            if (data.Schema.Features[i].Kind == FeatureKind.Categorical)
            {
                var categories = CategoryColumns.Learn(values, i, stride, data.Schema.Features[i].Categories.Count, minRows);
                features[i] = new Columns(next, None, default, categories);
                next += categories.Count;
                continue;
            }

            var numeric = Standardisation.Learn(values, i, stride);
            var column = numeric.Deviation > 0.0 ? next++ : None;
            var missing = numeric.MissingRows > 0 && numeric.MissingRows < data.Count ? next++ : None;
            features[i] = new Columns(column, missing, numeric, null);
        }

        return (long)data.Count * next <= MostValues
            ? new StandardEncoder(features, next)
            : throw new TrainingException($"{data.Count} rows of {next} columns (a category has one of its own) are too many. Raise 'min-rows', train on fewer rows, or choose 'gradient-boosting'.");
    }

    public DenseDesign Design(DataSet data)
    {
        var design = new double[data.Count * _count];
        for (var i = 0; i < data.Count; i++)
            Encode(data.Row(i), design.AsSpan(i * _count, _count));
        return new DenseDesign(design, _count);
    }

    public AdditiveTerm[] Terms(DataSet data, double[] weights)
    {
        var terms = new AdditiveTerm[_features.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var term = Term(_features[i], weights, data.Schema.Features[i].Categories.Count);
            terms[i] = term with { Average = TermAverage.Over(data, i, term) };
        }

        return terms;
    }

    /// <summary>Fills in the columns of a row; <paramref name="encoded"/> must hold zeros.</summary>
    public void Encode(ReadOnlySpan<double> row, Span<double> encoded)
    {
        encoded[0] = 1.0;
        for (var i = 0; i < _features.Length; i++)
        {
            var feature = _features[i];
            if (feature.Categories is not null)
            {
                if (feature.Categories.Of(row[i]) is var column && column != CategoryColumns.None)
                    encoded[feature.First + column] = 1.0;
            }
            else if (double.IsNaN(row[i]))
            {
                if (feature.MissingColumn != None)
                    encoded[feature.MissingColumn] = 1.0;
            }
            else if (feature.First != None)
            {
                encoded[feature.First] = Standardisation.Apply(row[i], feature.Numeric.Mean, Standardisation.Inverse(feature.Numeric.Deviation));
            }
        }
    }

    private static AdditiveTerm Term(Columns feature, double[] weights, int categories)
    {
        double At(int column) => column == None ? 0.0 : weights[column];
        if (feature.Categories is null)
            return new LinearTerm(0.0, At(feature.MissingColumn), feature.Numeric.Mean, feature.Numeric.Deviation, At(feature.First));

        double AtCategory(int column) => column == CategoryColumns.None ? 0.0 : weights[feature.First + column];
        double[] table = [.. Enumerable.Range(0, categories).Select(code => AtCategory(feature.Categories.OfCode(code)))];
        return new CategoryTerm(0.0, AtCategory(feature.Categories.Missing), table, AtCategory(feature.Categories.Rare));
    }

    private sealed record Columns(int First, int MissingColumn, Standardisation Numeric, CategoryColumns? Categories);
}
