namespace MonitoringDemo.Learning.Tasks;

/// <summary>Three to 255 classes; the score is the class that is answered with its probability, see <see cref="ClassAnswer"/>.</summary>
public sealed class MulticlassClassification : ITask
{
    /// <summary>Fewer are two classes, or nothing to tell apart.</summary>
    public const int LeastClasses = 3;

    /// <summary>Creates the task.</summary>
    /// <param name="classNames">The classes in the order of their labels.</param>
    /// <exception cref="ArgumentException">There are fewer than three or more than 255, or one occurs twice.</exception>
    public MulticlassClassification(IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        if (classNames.Count is < LeastClasses or > ClassAnswer.MostClasses)
            throw new ArgumentException($"{classNames.Count} classes: there can be {LeastClasses} to {ClassAnswer.MostClasses}; two are another task.", nameof(classNames));
        if (classNames.Distinct(StringComparer.Ordinal).Count() != classNames.Count)
            throw new ArgumentException("A class occurs twice.", nameof(classNames));
        ClassNames = classNames;
    }

    /// <inheritdoc />
    public TaskType Type => TaskType.MulticlassClassification;

    /// <inheritdoc />
    public int Classes => ClassNames.Count;

    /// <inheritdoc />
    public IReadOnlyList<string> ClassNames { get; }

    /// <inheritdoc />
    public byte Decide(double score) => ClassAnswer.ClassOf(score);

    /// <inheritdoc />
    public bool IsScore(double score) => ClassAnswer.IsOne(score) && ClassAnswer.ClassOf(score) < Classes && ClassAnswer.ProbabilityOf(score) <= 1.0;

    /// <inheritdoc />
    public double EventProbability(double score) => ClassAnswer.ProbabilityOf(score);

    /// <inheritdoc />
    public byte EventOf(double score, byte label) => ((ITask)this).IsRight(score, label) ? (byte)1 : (byte)0;

    /// <inheritdoc />
    public byte EventAnswered(double score) => 1;
}
