using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Mystery.Truth;

/// <summary>What can be done about it: the question "what do you do?".</summary>
internal static class MysteryActions
{
    public const string Retrain = "retrain", Restore = "restore", Quarantine = "quarantine", Hold = "hold", Watch = "watch";

    public static IReadOnlyList<MysteryChoice> All { get; } =
    [
        new(Retrain, "Let a model serve that is trained on the new songs"),
        new(Restore, "Let a former model serve again, without training"),
        new(Quarantine, "Keep the rows out of training and tell the owner of the data"),
        new(Hold, "Let no new model out until the evidence can be trusted"),
        new(Watch, "Watch, and change nothing"),
    ];

    /// <summary>The right response of a manifest as one of the choices.</summary>
    public static string Of(string rightResponse) => rightResponse switch
    {
        DecisionActions.Retrain or DecisionActions.Replace => Retrain,
        DecisionActions.Restore or DecisionActions.RollBack => Restore,
        DecisionActions.Quarantine => Quarantine,
        DecisionActions.Hold or DecisionActions.Reject => Hold,
        _ => Watch,
    };
}
