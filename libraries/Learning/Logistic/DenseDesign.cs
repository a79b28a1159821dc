using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Logistic;

/// <summary>Row-major real inputs; column 0 is 1.</summary>
internal sealed class DenseDesign(double[] values, int columns) : ILogisticDesign
{
    public int Rows { get; } = values.Length / columns;

    public int Columns => columns;

    public void Multiply(ReadOnlySpan<double> weights, Span<double> result)
    {
        for (var i = 0; i < Rows; i++)
            result[i] = FixedOrder.Dot(Row(i), weights);
    }

    public void MultiplyTransposed(ReadOnlySpan<double> values, Span<double> result)
    {
        result.Clear();
        for (var i = 0; i < Rows; i++)
            FixedOrder.AddScaled(result, values[i], Row(i));
    }

    public void AddProduct(int row, ReadOnlySpan<double> weights, Span<double> sums)
    {
        var own = Row(row);
        for (var j = 0; j < own.Length; j++)
        {
            if (own[j] != 0.0)
                FixedOrder.AddScaled(sums, own[j], weights.Slice(j * sums.Length, sums.Length));
        }
    }

    public void AddTransposed(int row, ReadOnlySpan<double> values, Span<double> result, bool squared)
    {
        var own = Row(row);
        for (var j = 0; j < own.Length; j++)
        {
            if (own[j] != 0.0)
                FixedOrder.AddScaled(result.Slice(j * values.Length, values.Length), squared ? own[j] * own[j] : own[j], values);
        }
    }

    public void AddGram(ReadOnlySpan<double> rowWeights, Span<double> gram)
    {
        for (var i = 0; i < Rows; i++)
        {
            var row = Row(i);
            for (var a = 0; a < columns; a++)
            {
                if (row[a] != 0.0)
                    FixedOrder.AddScaled(gram.Slice(a * columns, a + 1), rowWeights[i] * row[a], row);
            }
        }
    }

    public void GramDiagonal(ReadOnlySpan<double> rowWeights, Span<double> result)
    {
        result.Clear();
        for (var i = 0; i < Rows; i++)
        {
            var row = Row(i);
            for (var a = 0; a < columns; a++)
                result[a] += rowWeights[i] * row[a] * row[a];
        }
    }

    private ReadOnlySpan<double> Row(int i) => values.AsSpan(i * columns, columns);
}
