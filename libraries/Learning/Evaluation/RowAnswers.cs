using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>What a model answered to rows whose outcomes are known, in the order of the rows.</summary>
public sealed class RowAnswers
{
    private RowAnswers(double[] scores, byte[] labels, double[] truth)
    {
        (Scores, Labels, Truth) = (scores, labels, truth);
        OfMany = scores.Length > 0 && ClassAnswer.IsOne(scores[0]);
    }

    /// <summary>How many rows.</summary>
    public int Count => Labels.Length;

    /// <summary>Whether there are more than two classes.</summary>
    internal bool OfMany { get; }

    internal double[] Scores { get; }

    internal byte[] Labels { get; }

    /// <summary>The probability that was given to what happened, row by row.</summary>
    internal double[] Truth { get; }

    /// <summary>Asks a model about labelled rows.</summary>
    /// <exception cref="ArgumentException">There is no row, or the model answers one with NaN.</exception>
    public static RowAnswers Of(IModel model, DataSet data)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        var scores = Evaluator.Score(model, data);
        if (data.Schema.Task.Classes == 2)
            return Of(scores, data.Labels);
        CheckScores(scores, data.Labels);
        var (probabilities, truth) = (new double[data.Schema.Task.Classes], new double[data.Count]);
        for (var i = 0; i < truth.Length; i++)
        {
            model.Probabilities(data.Row(i), probabilities);
            truth[i] = probabilities[data.Labels[i]];
        }

        return new RowAnswers(scores, data.Labels.ToArray(), truth);
    }

    /// <summary>Takes answers of two classes, whose scores say all.</summary>
    /// <exception cref="ArgumentException">There is no row, the lengths differ, a score is NaN, or a label is neither 0 nor 1.</exception>
    public static RowAnswers Of(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        CheckScores(scores, labels);
        var truth = new double[scores.Length];
        for (var i = 0; i < truth.Length; i++)
        {
            if (labels[i] > 1)
                throw new ArgumentException($"The label of row {i} is {labels[i]}; two classes are coded 0 and 1.", nameof(labels));
            truth[i] = labels[i] == 1 ? scores[i] : 1.0 - scores[i];
        }

        return new RowAnswers(scores.ToArray(), labels.ToArray(), truth);
    }

    /// <summary>Whether the answer to a row was what happened.</summary>
    public bool IsRight(int row) => Evaluator.Decide(Scores[row]) == Labels[row];

    /// <summary>How many answers were what happened.</summary>
    public int Right => Enumerable.Range(0, Count).Count(IsRight);

    /// <summary>Whether the answer to a row is the same as another model's to it.</summary>
    /// <param name="others">Answers to the same rows.</param>
    /// <param name="row">Its place.</param>
    public bool IsSame(RowAnswers others, int row)
    {
        ArgumentNullException.ThrowIfNull(others);
        return Evaluator.Decide(Scores[row]) == Evaluator.Decide(others.Scores[row]);
    }

    /// <summary>The answers to some of the rows.</summary>
    /// <param name="rows">Their places.</param>
    public RowAnswers Part(IReadOnlyList<int> rows) =>
        new([.. rows.Select(row => Scores[row])], [.. rows.Select(row => Labels[row])], [.. rows.Select(row => Truth[row])]);

    /// <summary>The probability and the coming of the event that is calibrated: class 1 of two; of more, that the answer is right.</summary>
    public (double[] Probabilities, byte[] Events) ForCalibration(ITask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return (Array.ConvertAll(Scores, task.EventProbability), [.. Scores.Select((score, row) => task.EventOf(score, Labels[row]))]);
    }

    private static void CheckScores(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        if (scores.IsEmpty || scores.Length != labels.Length)
            throw new ArgumentException($"{scores.Length} scores for {labels.Length} labels: give at least one row, and a label for each.");
        for (var i = 0; i < scores.Length; i++)
        {
            // NaN is equal to nothing, not even to itself: rows of equal score could never be counted.
            if (double.IsNaN(scores[i]))
                throw new ArgumentException($"The score of row {i} is no number; leave out rows without a score.", nameof(scores));
        }
    }
}
