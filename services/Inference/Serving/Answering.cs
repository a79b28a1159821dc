namespace MonitoringDemo.Inference.Serving;

/// <summary>Which model answers a request, and which is scored beside it; with the places of their scores in the workspace.</summary>
/// <param name="By">Its answer is given.</param>
/// <param name="Scores">Where its scores stand.</param>
/// <param name="Beside">Is scored on the same rows, if there is one.</param>
/// <param name="BesideScores">Where its scores stand.</param>
/// <param name="ByCanary">Whether a canary answers; then the champion stands beside it.</param>
/// <param name="Unscored">Rows that the model beside the champion could not score.</param>
internal readonly record struct Answering(ServedModel By, int Scores, ServedModel? Beside, int BesideScores, bool ByCanary, int Unscored)
{
    /// <summary>How long the champion and the canary took to score the rows, in nanoseconds; 0 where there is no canary.</summary>
    public (long Champion, long Canary) Took { get; init; }
}
