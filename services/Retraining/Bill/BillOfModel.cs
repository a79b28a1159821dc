using System.Globalization;
using System.Text.Json.Nodes;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Card;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Bill;

/// <summary>The model as a component, with what CycloneDX has of a model card: parameters, measures by slice, considerations.</summary>
internal static class BillOfModel
{
    public static JsonObject Of(string model, VersionRecord version, CardOptions said, string reference, string rows)
    {
        var component = BillsOfMaterials.Component("machine-learning-model", reference, model, version.Version.ToString(CultureInfo.InvariantCulture), BillsOfMaterials.Sha256(version.Sha256), BillsOfMaterials.Properties(
        [
            ("trainer", new Recipe(version.Trainer, version.Parameters).ToString()),
            ("seed", version.Seed.ToString(CultureInfo.InvariantCulture)),
            ("trigger", version.Trigger),
            ("incident", version.UpdateId),
            .. version.Gates.Select(gate => ($"gate:{gate.Gate}", $"{(gate.Passed ? "passed" : "failed")}: {gate.Evidence}")),
        ]));
        component["modelCard"] = new JsonObject
        {
            ["modelParameters"] = new JsonObject
            {
                ["approach"] = new JsonObject { ["type"] = "supervised" },
                ["task"] = "classification",
                ["architectureFamily"] = version.Algorithm,
                ["datasets"] = BillsOfMaterials.Array([new JsonObject { ["ref"] = rows }]),
            },
            ["quantitativeAnalysis"] = new JsonObject { ["performanceMetrics"] = BillsOfMaterials.Array(version.Metrics.SelectMany(Measures)) },
            ["considerations"] = Considerations(said),
        };
        return component;
    }

    private static IEnumerable<JsonNode> Measures(SliceMetrics slice)
    {
        if (slice.Rows == 0) yield break;
        var (lower, upper) = WilsonInterval.Of((int)Math.Round(slice.Accuracy * slice.Rows), slice.Rows);
        var accuracy = Measure("accuracy", slice.Accuracy, slice.Slice);
        accuracy["confidenceInterval"] = new JsonObject { ["lowerBound"] = Text(lower), ["upperBound"] = Text(upper) };
        yield return accuracy;
        yield return Measure("log-loss", slice.LogLoss, slice.Slice);
        yield return Measure("auc", slice.Auc, slice.Slice);
    }

    private static JsonObject Measure(string type, double value, string slice) => new() { ["type"] = type, ["value"] = Text(value), ["slice"] = slice };

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static JsonObject Considerations(CardOptions said)
    {
        var considerations = new JsonObject();
        if (said.ModelOwner is { } owner) considerations["users"] = BillsOfMaterials.Array([owner]);
        if (said.IntendedUse is { } use) considerations["useCases"] = BillsOfMaterials.Array([use]);
        if (said.KnownLimits is { } limits) considerations["technicalLimitations"] = BillsOfMaterials.Array([limits]);
        return considerations;
    }
}
