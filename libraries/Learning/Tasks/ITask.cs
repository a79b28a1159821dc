namespace MonitoringDemo.Learning.Tasks;

/// <summary>What a model predicts: what its scores mean, which labels there are, and when an answer is right. The one place that knows.</summary>
public interface ITask
{
    /// <summary>Its name in schemas, logs and reports.</summary>
    TaskType Type { get; }

    /// <summary>How many classes there are: labels are 0 to one less.</summary>
    int Classes { get; }

    /// <summary>The class that is answered.</summary>
    /// <param name="score">The model's score of the row.</param>
    byte Decide(double score);

    /// <summary>Whether the answer to a row is its outcome.</summary>
    /// <param name="score">The model's score of the row.</param>
    /// <param name="label">What happened.</param>
    bool IsRight(double score, byte label) => Decide(score) == label;
}
