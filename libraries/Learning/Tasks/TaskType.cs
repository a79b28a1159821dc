namespace MonitoringDemo.Learning.Tasks;

/// <summary>What a model predicts. Written into schemas, logs and reports so that more tasks can join.</summary>
public enum TaskType
{
    /// <summary>Two classes; the score is the probability of class 1.</summary>
    BinaryClassification,

    /// <summary>Three classes or more; the score is the answered class with its probability.</summary>
    MulticlassClassification,
}
