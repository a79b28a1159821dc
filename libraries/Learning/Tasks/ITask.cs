using System.Globalization;

namespace MonitoringDemo.Learning.Tasks;

/// <summary>What a model predicts: what its scores mean, which labels there are, and when an answer is right. The one place that knows.</summary>
public interface ITask
{
    /// <summary>Its name in schemas, logs and reports.</summary>
    TaskType Type { get; }

    /// <summary>How many classes there are: labels are 0 to one less.</summary>
    int Classes { get; }

    /// <summary>What the classes are called, in the order of their labels; empty where they have no other name than their number.</summary>
    IReadOnlyList<string> ClassNames { get; }

    /// <summary>The class that is answered.</summary>
    /// <param name="score">The model's score of the row.</param>
    byte Decide(double score);

    /// <summary>Whether a number can be a score of this task.</summary>
    bool IsScore(double score);

    /// <summary>The probability, in [0, 1], of the event by which scores are calibrated and performance is estimated: class 1 of two; with more classes, that the answer is right.</summary>
    /// <param name="score">One for which <see cref="IsScore"/> holds.</param>
    double EventProbability(double score);

    /// <summary>1 when that event came, else 0.</summary>
    /// <param name="score">The model's score of the row.</param>
    /// <param name="label">What happened.</param>
    byte EventOf(double score, byte label);

    /// <summary>1 when the answer is that the event comes, else 0.</summary>
    /// <param name="score">The model's score of the row.</param>
    byte EventAnswered(double score);

    /// <summary>Whether the answer to a row is its outcome.</summary>
    /// <param name="score">The model's score of the row.</param>
    /// <param name="label">What happened.</param>
    bool IsRight(double score, byte label) => Decide(score) == label;

    /// <summary>A class in words.</summary>
    /// <param name="label">Below <see cref="Classes"/>.</param>
    string NameOf(byte label) => label < ClassNames.Count ? ClassNames[label] : label.ToString(CultureInfo.InvariantCulture);
}
