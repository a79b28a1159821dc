namespace MonitoringDemo.Demo.Matrix;

/// <summary>What things are worth, in any one currency.</summary>
/// <param name="RightAnswer">One more answer that is right.</param>
/// <param name="Training">One training run.</param>
internal sealed record Prices(double RightAnswer, double Training)
{
    /// <summary>What right answers beyond those of the static twin bring, less what trainings beyond its one cost.</summary>
    public double Of(double rightAnswers, double trainings) => (rightAnswers * RightAnswer) - (trainings * Training);
}
