namespace MonitoringDemo.Learning.Tasks;

/// <summary>Two classes; the score is the probability of class 1.</summary>
public sealed class BinaryClassification : ITask
{
    /// <summary>Scores from here on answer "class 1".</summary>
    public const double Threshold = 0.5;

    private BinaryClassification()
    {
    }

    /// <summary>The only one.</summary>
    public static BinaryClassification Instance { get; } = new();

    /// <inheritdoc />
    public TaskType Type => TaskType.BinaryClassification;

    /// <inheritdoc />
    public int Classes => 2;

    /// <inheritdoc />
    public byte Decide(double score) => score >= Threshold ? (byte)1 : (byte)0;
}
