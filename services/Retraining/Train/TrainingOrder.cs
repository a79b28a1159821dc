namespace MonitoringDemo.Retraining.Train;

/// <summary>What is to be trained, decided before it is done, so that a run cut short by a crash is done after it.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="UpdateId">The incident.</param>
/// <param name="Trigger">seed, data, performance, code, staleness or manual.</param>
/// <param name="Trainer">The trainer's name; empty for all candidates.</param>
/// <param name="SinceRow">The estimated onset of the change, when there is one.</param>
/// <param name="RowsSince">Clean labelled rows since then.</param>
/// <param name="IsRefit">A better model for an incident whose first model was promoted already; a loser is no news.</param>
/// <param name="Ordinal">The log's next record: a further run for the same findings is confirmed on outcomes from there on.</param>
/// <param name="FindingIds">What caused it.</param>
/// <param name="Seed">For the trainer.</param>
/// <param name="Drop">The fall of accuracy that is to be mended; 0 where none is.</param>
/// <param name="IsRetry">A run for the same change came to nothing, and there are more rows now.</param>
internal sealed record TrainingOrder(
    string Model,
    string UpdateId,
    string Trigger,
    string Trainer,
    long? SinceRow,
    int RowsSince,
    bool IsRefit,
    long Ordinal,
    IReadOnlyList<string> FindingIds,
    ulong Seed,
    double Drop = 0,
    bool IsRetry = false)
{
    /// <summary>A loser is no news: the next try comes with more rows.</summary>
    public bool IsQuiet => IsRefit || (Drop > 0 && RowsSince < QuietBelowRows);

    private const int QuietBelowRows = 2_000;
}
