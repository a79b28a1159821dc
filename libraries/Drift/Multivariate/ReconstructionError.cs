using MonitoringDemo.Drift.Thresholds;

namespace MonitoringDemo.Drift.Multivariate;

/// <summary>
/// Drift in the interplay of many features: rows are squeezed through the reference's principal components and back, and when
/// features no longer go together as they did, the reconstruction gets worse (or, when they vary less, better).
/// </summary>
/// <remarks>
/// Rows are standardised by the reference (ddof 0); the error of a row is the Euclidean norm of the residual, that of a chunk
/// the mean over its rows; thresholds are mean ± 3 standard deviations (ddof 0) of the reference's chunks. A row with a missing
/// value (NaN, infinity) is left out. Chunks should be about as large as those of the reference: smaller ones vary more.
/// Numeric features only. Source: NannyML's documentation, "Data reconstruction with PCA".
/// </remarks>
/// <example><code>
/// var error = ReconstructionError.Learn(reference, dimensions: 5, chunkSize: 500);
/// if (error?.Of(chunk).IsAlert == true) { /* the features' interplay has changed */ }
/// </code></example>
public sealed class ReconstructionError
{
    // Shares of the variance below this are rounding.
    private const double NothingLeft = 1e-12;

    private readonly PrincipalComponents _components;
    private readonly int _dimensions;

    private ReconstructionError(PrincipalComponents components, int dimensions) => (_components, _dimensions) = (components, dimensions);

    /// <summary>The share of the reference's variance along each component kept, in descending order.</summary>
    public IReadOnlyList<double> ExplainedVariance => _components.Explained;

    /// <summary>The error of each chunk of the reference; NaN for one with fewer than two complete rows.</summary>
    public IReadOnlyList<double> ReferenceErrors { get; private set; } = [];

    /// <summary>At or below this is an alert; null for no such threshold, as with fewer than two reference chunks.</summary>
    public double? Lower { get; private set; }

    /// <summary>At or above this is an alert; null for no such threshold.</summary>
    public double? Upper { get; private set; }

    /// <summary>Learns components and thresholds; null when the reference has fewer than two complete rows or no feature that varies, or when the components explain all of it, so that nothing is left to compare.</summary>
    /// <param name="reference">Rows in their order, row-major.</param>
    /// <param name="dimensions">Values per row.</param>
    /// <param name="chunkSize">Rows per reference chunk; a last incomplete chunk is a chunk as well.</param>
    /// <param name="components">Below 1: keep the fewest components that explain more than this share of the variance. A whole number: keep that many.</param>
    /// <param name="thresholds">How thresholds are drawn; null for 3 standard deviations.</param>
    /// <exception cref="ArgumentException">The values do not make whole rows, or the number of components is neither a share nor a whole number.</exception>
    public static ReconstructionError? Learn(
        ReadOnlySpan<double> reference, int dimensions, int chunkSize, double components = 0.65, DeviationThresholds? thresholds = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkSize, 1);
        if (!(components > 0) || (components >= 1 && !(components == Math.Floor(components) && components <= dimensions)))
            throw new ArgumentOutOfRangeException(nameof(components), components, $"Components are a share between 0 and 1, or a whole number from 1 to {dimensions}.");

        if (PrincipalComponents.Learn(CompleteRows.Of(reference, dimensions), components) is not { } learned || 1 - learned.Explained.Sum() < NothingLeft) return null;

        var error = new ReconstructionError(learned, dimensions);
        var chunks = new List<double>();
        for (var from = 0; from < reference.Length; from += chunkSize * dimensions)
            chunks.Add(error.Of(reference[from..Math.Min(from + chunkSize * dimensions, reference.Length)]).Error);
        error.ReferenceErrors = chunks;
        // A single chunk has no spread: every other one would be an alert.
        if (chunks.Count(double.IsFinite) > 1) (error.Lower, error.Upper) = (thresholds ?? new DeviationThresholds()).Of([.. chunks]);
        return error;
    }

    /// <summary>Reconstructs a chunk.</summary>
    /// <param name="chunk">Rows, row-major.</param>
    /// <exception cref="ArgumentException">The values do not make whole rows.</exception>
    public ReconstructedChunk Of(ReadOnlySpan<double> chunk)
    {
        var rows = CompleteRows.Of(chunk, _dimensions);
        if (rows.Count < 2) return new ReconstructedChunk(double.NaN, double.NaN, false);

        var residuals = new double[rows.Count];
        double sum = 0, squares = 0;
        for (var i = 0; i < residuals.Length; i++) sum += residuals[i] = _components.Residual(rows.Row(i));
        var mean = sum / residuals.Length;
        foreach (var residual in residuals) squares += (residual - mean) * (residual - mean);
        var samplingError = Math.Sqrt(squares / (residuals.Length - 1) / residuals.Length);
        return new ReconstructedChunk(mean, samplingError, mean <= Lower || mean >= Upper);
    }
}
