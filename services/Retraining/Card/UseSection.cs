namespace MonitoringDemo.Retraining.Card;

/// <summary>What people said that the model is for.</summary>
internal static class UseSection
{
    public static CardSection Of(CardSubject subject) => new("Intended use",
    [
        subject.Said.IntendedUse ?? $"Nobody has said it yet: set {RetrainingModule.Section}:{nameof(CardOptions.IntendedUse)}.",
        subject.Said.ModelOwner is { } owner ? $"Ask: {owner}." : $"Nobody is named to be asked: set {RetrainingModule.Section}:{nameof(CardOptions.ModelOwner)}.",
    ]);
}
