using System.Globalization;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Train;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Retraining.Report;

/// <summary>The new versions, each with what a model card says: what it is, what it learned from, how it was judged, how right it is and for whom not.</summary>
internal static class VersionSection
{
    private const int Cards = 3;
    private const int SlicesShown = 8;
    private const int Leans = 6;
    private static readonly string[] _heads = ["model", "what became of it", "trainer", ">learned from rows", ">accuracy", ">log loss", ">judged on", "gates"];
    private static readonly string[] _gateHeads = ["gate", "verdict", "measured"];
    private static readonly string[] _sliceHeads = ["slice", ">rows", ">accuracy", ">log loss", ">brier", ">auc"];

    public static Html Of(IncidentStory story, FeatureSchema? schema)
    {
        if (story.Versions.Count == 0) return new Html("<h2>The new versions</h2><p>None was made.</p>\n");

        var inFull = story.Versions.OrderByDescending(version => version.PromotedAtRow is not null).ThenByDescending(version => version.Version).Take(Cards).OrderBy(version => version.Version);
        var rest = story.Versions.Count > Cards ? $"In full the {Cards} newest; GET /v1/models/VERSION has each." : "";
        return Html.Of($"<h2>The new versions</h2>\n{Html.Table(_heads, story.Versions.Select(Line))}<p class=\"note\">{rest}</p>\n{Html.Join(inFull.Select(version => Card(version, schema)))}");
    }

    private static IReadOnlyList<Html> Line(VersionRecord version) =>
    [
        Html.Of($"{version.Version}"),
        Became(version),
        Html.Of($"{version.Trainer}"),
        Html.Of($"{version.TrainedRows:N0}"),
        Html.Of($"{All(version)?.Accuracy:0.000}"),
        Html.Of($"{All(version)?.LogLoss:0.000}"),
        Html.Of($"{All(version)?.Rows:N0}"),
        Html.Join(version.Gates.Select(gate => Html.Of($"<span class=\"{(gate.Passed ? "good" : "bad")}\">{gate.Gate}{(gate.Passed ? "" : " failed")}</span> "))),
    ];

    private static SliceMetrics? All(VersionRecord version) => version.Metrics is [var all, ..] ? all : null;

    private static Html Became(VersionRecord version) => version switch
    {
        { RejectedBecause: { } because } => Html.Of($"<span class=\"bad\">rejected</span>: {because}"),
        { PromotedAtRow: { } row } => Html.Of($"<span class=\"good\">serves</span> from row {row:N0} on"),
        _ => Html.Of($"never served"),
    };

    private static Html Card(VersionRecord version, FeatureSchema? schema)
    {
        var settings = Recipe.Words(version.Parameters);
        var slices = version.Metrics.Take(1).Concat(version.Metrics.Skip(1).OrderBy(slice => slice.Accuracy).Take(SlicesShown));
        return Html.Of($"""
            <h3>Model {version.Version}</h3>
            <p><strong>What it is.</strong> {version.Algorithm}, trained by {version.Trainer} ({(settings.Length == 0 ? "default settings" : settings)}, seed {version.Seed}), because of: {version.Trigger}. {Became(version)}.</p>
            <p><strong>What it learned from.</strong> {version.TrainedRows:N0} clean labelled rows of [{version.TrainedFromRow:N0}, {version.TrainedToRow:N0}){(version.SinceRow is { } since ? Html.Of($", the change that began near row {since:N0}") : Html.None)}.
            Rows: <code>{version.DataSetSha256}</code>. Schema: <code>{version.SchemaSha256}</code>. Artifact: <code>{version.Sha256}</code>. Program: <code>{version.CodeCommit}</code>.</p>
            {Html.Table(_gateHeads, version.Gates.Select(Gate))}
            <p><strong>How right it is</strong> on rows that it was not trained on; after all rows the slices where it is least right{(version.Metrics.Count > SlicesShown + 1 ? Html.Of($" ({SlicesShown} of {version.Metrics.Count - 1})") : Html.None)}. Few rows prove little.</p>
            {Html.Table(_sliceHeads, slices.Select(Slice))}
            {Importance(version, schema)}
            """);
    }

    private static IReadOnlyList<Html> Gate(GateResult gate) =>
        [Html.Of($"{gate.Gate}"), gate.Passed ? new Html("<span class=\"good\">passed</span>") : new Html("<span class=\"bad\">failed</span>"), Html.Of($"{gate.Evidence}")];

    private static IReadOnlyList<Html> Slice(SliceMetrics slice) =>
        [Html.Of($"{slice.Slice}"), Html.Of($"{slice.Rows:N0}"), Html.Of($"{slice.Accuracy:0.000}"), Html.Of($"{slice.LogLoss:0.000}"), Html.Of($"{slice.Brier:0.000}"), Html.Of($"{slice.Auc:0.000}")];

    private static Html Importance(VersionRecord version, FeatureSchema? schema)
    {
        if (version.Importance is not { } importance || schema is null || importance.Count != schema.Count) return Html.None;
        var strongest = importance.Select((share, i) => (schema.Features[i].Name, Share: share)).OrderByDescending(feature => feature.Share).Take(Leans);
        return Html.Of($"<p><strong>What it leans on.</strong> {string.Join(", ", strongest.Select(feature => string.Create(CultureInfo.InvariantCulture, $"{feature.Name} {feature.Share:P0}")))}.</p>\n");
    }
}
