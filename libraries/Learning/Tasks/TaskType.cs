namespace MonitoringDemo.Learning.Tasks;

/// <summary>What a model predicts. Written into schemas, logs and reports so that more tasks can join.</summary>
public enum TaskType
{
    /// <summary>Two classes; the score is the probability of class 1.</summary>
    BinaryClassification,
}
