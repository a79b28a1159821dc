using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Train;
using static MonitoringDemo.Retraining.Card.CardText;

namespace MonitoringDemo.Retraining.Card;

/// <summary>Kind of model, recipe, and what it predicts.</summary>
internal static class WhatItIsSection
{
    public static CardSection Of(CardSubject subject)
    {
        var (version, settings) = (subject.Version, Recipe.Words(subject.Version.Parameters));
        var role = ModelView.Of(version, subject.State).Role;
        return new CardSection("What it is",
        [
            Words($"{version.Algorithm}, trained by {version.Trainer} ({(settings.Length == 0 ? "default settings" : settings)}, seed {version.Seed}). It predicts '{subject.Schema.Label}', {subject.Schema.Task.Classes} classes, from {subject.Schema.Count} features."),
            role switch
            {
                "champion" => "It serves.",
                "challenger" => "It is scored beside the champion and not served.",
                "rejected" => $"It was rejected: {version.RejectedBecause}",
                _ => version.PromotedAtRow is null ? "It never served." : "It served, and is archived.",
            },
        ]);
    }
}
