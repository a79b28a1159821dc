using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning;

/// <summary>A trained model: immutable, thread-safe, scores the same bits on every machine.</summary>
public interface IModel
{
    /// <summary>The family, for instance <c>logistic-regression</c>.</summary>
    string Algorithm { get; }

    /// <summary>The rows it takes.</summary>
    FeatureSchema Schema { get; }

    /// <summary>The probability of class 1, finite and in [0, 1].</summary>
    /// <param name="row">Values in schema order.</param>
    double Score(ReadOnlySpan<double> row);

    /// <summary>Scores many rows; allocates nothing.</summary>
    /// <param name="rows">Row-major values.</param>
    /// <param name="scores">One place per row.</param>
    void Score(ReadOnlySpan<double> rows, Span<double> scores);

    /// <summary>The canonical bytes of the model: the same model gives the same bytes. Read back with <c>ModelArtifact.Read</c>.</summary>
    byte[] ToArtifact();
}
