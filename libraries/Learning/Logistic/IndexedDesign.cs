using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Logistic;

/// <summary>
/// Inputs of 0 and 1 with exactly one 1 per feature and row, held as the column of that 1; a value without a column points
/// at the last, hidden column, whose weight stays 0. A pass over 5,000 rows of 13 features reads 130 kB.
/// </summary>
/// <param name="indices">Row-major, one column per feature; the intercept's column 0 is not in it.</param>
/// <param name="perRow">Features.</param>
/// <param name="columns">Columns with a weight, the intercept among them.</param>
internal sealed class IndexedDesign(ushort[] indices, int perRow, int rows, int columns) : ILogisticDesign
{
    public const int MostColumns = ushort.MaxValue - 1;

    private readonly double[] _padded = new double[columns + 1];

    public int Rows => rows;

    public int Columns => columns;

    public void Multiply(ReadOnlySpan<double> weights, Span<double> result)
    {
        weights[..columns].CopyTo(_padded);
        _padded[columns] = 0.0;
        for (var i = 0; i < rows; i++)
        {
            var sum = _padded[0];
            foreach (var column in indices.AsSpan(i * perRow, perRow))
                sum += _padded[column];
            result[i] = sum;
        }
    }

    public void MultiplyTransposed(ReadOnlySpan<double> values, Span<double> result)
    {
        Array.Clear(_padded);
        for (var i = 0; i < rows; i++)
        {
            var value = values[i];
            _padded[0] += value;
            foreach (var column in indices.AsSpan(i * perRow, perRow))
                _padded[column] += value;
        }

        _padded.AsSpan(0, columns).CopyTo(result);
    }

    public void AddProduct(int row, ReadOnlySpan<double> weights, Span<double> sums)
    {
        FixedOrder.AddScaled(sums, 1.0, weights[..sums.Length]);
        foreach (var column in indices.AsSpan(row * perRow, perRow))
        {
            if (column < columns)
                FixedOrder.AddScaled(sums, 1.0, weights.Slice(column * sums.Length, sums.Length));
        }
    }

    public void AddTransposed(int row, ReadOnlySpan<double> values, Span<double> result, bool squared)
    {
        FixedOrder.AddScaled(result[..values.Length], 1.0, values);
        foreach (var column in indices.AsSpan(row * perRow, perRow))
        {
            if (column < columns)
                FixedOrder.AddScaled(result.Slice(column * values.Length, values.Length), 1.0, values);
        }
    }

    public void AddGram(ReadOnlySpan<double> rowWeights, Span<double> gram)
    {
        for (var i = 0; i < rows; i++)
        {
            // Features stand in the order of their columns, so (a, b < a) is always in the lower triangle.
            var row = indices.AsSpan(i * perRow, perRow);
            var weight = rowWeights[i];
            gram[0] += weight;
            for (var a = 0; a < row.Length; a++)
            {
                if (row[a] == columns)
                    continue;
                var line = gram.Slice(row[a] * columns, row[a] + 1);
                line[0] += weight;
                foreach (var column in row[..(a + 1)])
                {
                    if (column < line.Length)
                        line[column] += weight;
                }
            }
        }
    }

    /// <summary>Training rows in each column; a whole number.</summary>
    public double[] RowsPerColumn()
    {
        var (ones, counts) = (new double[rows], new double[columns]);
        ones.AsSpan().Fill(1.0);
        MultiplyTransposed(ones, counts);
        return counts;
    }

    public void GramDiagonal(ReadOnlySpan<double> rowWeights, Span<double> result) => MultiplyTransposed(rowWeights, result);
}
