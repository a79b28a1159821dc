using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Mystery.Truth;

/// <summary>What really happened, as an answer is held against it.</summary>
/// <param name="ScenarioId">Which scenario it was.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="OnsetRow">The first row that it changed.</param>
/// <param name="Ramp">Rows until the change was complete; 0 = from one song to the next.</param>
/// <param name="Length">How many rows it lasts.</param>
/// <param name="Cause">One of <see cref="MysteryCauses"/>.</param>
/// <param name="Features">The features that it changed.</param>
/// <param name="RetrainingIsRight">Whether a newly trained model was the right response.</param>
/// <param name="RetrainingHarms">Whether no new model was to be let out at all.</param>
/// <param name="Action">One of <see cref="MysteryActions"/>.</param>
internal sealed record MysteryTruth(
    string ScenarioId,
    string Title,
    long OnsetRow,
    long Ramp,
    long Length,
    string Cause,
    IReadOnlyList<string> Features,
    bool RetrainingIsRight,
    bool RetrainingHarms,
    string Action)
{
    /// <summary>Of a scenario that began at a row.</summary>
    public static MysteryTruth Of(IScenario scenario, long onsetRow)
    {
        var manifest = scenario.Manifest;
        var action = MysteryActions.Of(manifest.RightResponse);
        return new MysteryTruth(
            manifest.Id, manifest.Title, onsetRow, manifest.Ramp, manifest.Songs - manifest.Onset, MysteryCauses.Of(manifest), MovedFeatures.Of(scenario),
            action == MysteryActions.Retrain, manifest.MaxPromotions == 0, action);
    }
}
