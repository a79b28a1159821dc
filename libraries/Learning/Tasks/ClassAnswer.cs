namespace MonitoringDemo.Learning.Tasks;

/// <summary>The one number in which an answer out of more than two classes travels: 2 + class + probability / 2.</summary>
/// <remarks>
/// No probability exceeds 1, so neither can be taken for the other, whoever reads it. The class is exact, the probability to 2^−44.
/// What the other classes were given is not in it: who needs that asks the model (<see cref="IModel.Probabilities"/>).
/// </remarks>
public static class ClassAnswer
{
    /// <summary>The most classes that there can be; one label stands for "not known yet".</summary>
    public const int MostClasses = 255;

    private const double First = 2.0;

    /// <summary>Puts an answer into a number.</summary>
    /// <param name="answered">The class, from 0.</param>
    /// <param name="probability">The probability that it was given, in [0, 1].</param>
    public static double Of(int answered, double probability) => First + answered + (probability / 2.0);

    /// <summary>Whether a score is such an answer.</summary>
    public static bool IsOne(double score) => score is >= First and < First + MostClasses;

    /// <summary>The class that is answered.</summary>
    /// <param name="score">One for which <see cref="IsOne"/> holds.</param>
    public static byte ClassOf(double score) => (byte)(score - First);

    /// <summary>The probability that it was given.</summary>
    /// <param name="score">One for which <see cref="IsOne"/> holds.</param>
    public static double ProbabilityOf(double score) => 2.0 * (score - Math.Floor(score));
}
