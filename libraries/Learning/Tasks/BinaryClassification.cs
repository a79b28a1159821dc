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
    public IReadOnlyList<string> ClassNames => [];

    /// <inheritdoc />
    public byte Decide(double score) => score >= Threshold ? (byte)1 : (byte)0;

    /// <inheritdoc />
    public bool IsScore(double score) => score is >= 0.0 and <= 1.0;

    /// <inheritdoc />
    public double EventProbability(double score) => score;

    /// <inheritdoc />
    public byte EventOf(double score, byte label) => label == 1 ? (byte)1 : (byte)0;

    /// <inheritdoc />
    public byte EventAnswered(double score) => Decide(score);
}
