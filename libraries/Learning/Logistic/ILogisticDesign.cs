namespace MonitoringDemo.Learning.Logistic;

/// <summary>A matrix of inputs, one row per training row; how it is stored is its own business. Column 0 is the intercept's: always 1.</summary>
internal interface ILogisticDesign
{
    int Rows { get; }

    int Columns { get; }

    /// <summary>result = X weights, one per row.</summary>
    void Multiply(ReadOnlySpan<double> weights, Span<double> result);

    /// <summary>result = Xᵀ values, one per column, summed in the order of the rows.</summary>
    void MultiplyTransposed(ReadOnlySpan<double> values, Span<double> result);

    /// <summary>sums += Σ x w over the columns of a row, for several sets of weights at once.</summary>
    /// <param name="row">Which row.</param>
    /// <param name="weights">Column by column, one of each set.</param>
    /// <param name="sums">One of each set.</param>
    void AddProduct(int row, ReadOnlySpan<double> weights, Span<double> sums);

    /// <summary>result += x × values for each column of a row.</summary>
    /// <param name="row">Which row.</param>
    /// <param name="values">One of each set.</param>
    /// <param name="result">Column by column, one of each set.</param>
    /// <param name="squared">True for x².</param>
    void AddTransposed(int row, ReadOnlySpan<double> values, Span<double> result, bool squared);

    /// <summary>gram += Xᵀ diag(rowWeights) X, lower triangle, row-major <see cref="Columns"/> × <see cref="Columns"/>.</summary>
    void AddGram(ReadOnlySpan<double> rowWeights, Span<double> gram);

    /// <summary>result = the diagonal of that matrix.</summary>
    void GramDiagonal(ReadOnlySpan<double> rowWeights, Span<double> result);
}
