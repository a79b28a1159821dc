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

    /// <summary>gram += Xᵀ diag(rowWeights) X, lower triangle, row-major <see cref="Columns"/> × <see cref="Columns"/>.</summary>
    void AddGram(ReadOnlySpan<double> rowWeights, Span<double> gram);

    /// <summary>result = the diagonal of that matrix.</summary>
    void GramDiagonal(ReadOnlySpan<double> rowWeights, Span<double> result);
}
