using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning;

/// <summary>A trained model: immutable, thread-safe, scores the same bits on every machine.</summary>
public interface IModel
{
    /// <summary>The family, for instance <c>logistic-regression</c>.</summary>
    string Algorithm { get; }

    /// <summary>The rows it takes.</summary>
    FeatureSchema Schema { get; }

    /// <summary>The answer to a row: of two classes the probability of class 1, finite and in [0, 1]; of more the answered class with its probability (<see cref="Tasks.ClassAnswer"/>).</summary>
    /// <param name="row">Values in schema order.</param>
    double Score(ReadOnlySpan<double> row);

    /// <summary>Scores many rows; allocates nothing.</summary>
    /// <param name="rows">Row-major values.</param>
    /// <param name="scores">One place per row.</param>
    void Score(ReadOnlySpan<double> rows, Span<double> scores);

    /// <summary>The probability of every class, in the order of their labels; finite, in [0, 1], sum 1.</summary>
    /// <param name="row">Values in schema order.</param>
    /// <param name="probabilities">One place per class of the schema's task.</param>
    void Probabilities(ReadOnlySpan<double> row, Span<double> probabilities)
    {
        if (probabilities.Length != 2 || Schema.Task.Classes != 2)
            throw new NotSupportedException($"A model of the family '{Algorithm}' gives {Schema.Task.Classes} probabilities only where it says how.");
        (probabilities[0], probabilities[1]) = (1.0 - Score(row), Score(row));
    }

    /// <summary>The canonical bytes of the model: the same model gives the same bytes. Read back with <c>ModelArtifact.Read</c>.</summary>
    byte[] ToArtifact();
}
