using static MonitoringDemo.Retraining.Card.CardText;

namespace MonitoringDemo.Retraining.Card;

/// <summary>What moves its scores.</summary>
internal static class ExplanationSection
{
    private static readonly string[] _heads = ["feature", ">share of what moves the scores"];

    public static CardSection Of(CardSubject subject) => subject.Strongest is [{ Share: not null }, ..]
        ? new CardSection("What it leans on", ["Strongest first. A request to POST /v1/predictions?explain=true gets the reasons of each answer."],
            new CardTable(_heads, [.. subject.Strongest.Select(feature => (IReadOnlyList<string>)[subject.Schema.Features[feature.Feature].Name, Words($"{feature.Share:P1}")])]))
        : new CardSection("What it leans on", ["It was not measured when this version was registered."]);
}
