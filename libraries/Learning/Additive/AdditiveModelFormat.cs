using System.Text.Json;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Multiclass;
using MonitoringDemo.Learning.Preparation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Additive;

/// <summary>An additive model's parameters as JSON: <c>{"intercept":…,"terms":[…]}</c>, one term per feature in schema order.</summary>
internal sealed class AdditiveModelFormat(string algorithm) : IModelFormat
{
    // No sum of terms within this bound overflows.
    private const double LargestWeight = 1e12;

    public string Algorithm => algorithm;

    public static SoftmaxModel OfClasses(FeatureSchema schema, AdditiveModel[] parts) => new(schema, parts, WritePart);

    public static void Write(Utf8JsonWriter writer, AdditiveModel model)
    {
        writer.WriteStartObject();
        writer.WriteNumber("intercept", model.Intercept);
        writer.WriteStartArray("terms");
        foreach (var term in model.Terms)
            Write(writer, term);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public IModel Read(FeatureSchema schema, JsonElement parameters) =>
        schema.Task.Classes == 2 ? ReadOne(schema, parameters) : SoftmaxModel.Read(schema, parameters, part => ReadOne(schema, part), WritePart);

    private static void WritePart(Utf8JsonWriter writer, ILogOddsModel part) => Write(writer, (AdditiveModel)part);

    private AdditiveModel ReadOne(FeatureSchema schema, JsonElement parameters)
    {
        var elements = parameters.GetProperty("terms");
        if (elements.GetArrayLength() != schema.Count)
            throw new InvalidModelArtifactException($"The model has {elements.GetArrayLength()} terms for {schema.Count} features.");

        var terms = elements.EnumerateArray().Select((element, i) => ReadTerm(element, schema.Features[i])).ToArray();
        return new AdditiveModel(algorithm, schema, Weight(parameters.GetProperty("intercept"), "intercept"), terms);
    }

    private static void Write(Utf8JsonWriter writer, AdditiveTerm term)
    {
        writer.WriteStartObject();
        writer.WriteNumber("average", term.Average);
        writer.WriteNumber("missing", term.MissingWeight);
        switch (term)
        {
            case LinearTerm linear:
                writer.WriteNumber("mean", linear.Mean);
                writer.WriteNumber("deviation", linear.Deviation);
                writer.WriteNumber("weight", linear.Weight);
                break;
            case StepTerm step:
                WriteArray(writer, "edges", step.Edges);
                WriteArray(writer, "weights", step.Weights);
                break;
            case CategoryTerm category:
                WriteArray(writer, "categories", category.Weights);
                writer.WriteNumber("unseen", category.UnseenWeight);
                break;
        }

        writer.WriteEndObject();
    }

    private static AdditiveTerm ReadTerm(JsonElement element, Feature feature)
    {
        if (element.TryGetProperty("categories", out var categories) != (feature.Kind == FeatureKind.Categorical))
            throw new InvalidModelArtifactException($"The model weighs '{feature.Name}' as if it were of the other kind.");

        var average = Weight(element.GetProperty("average"), feature.Name);
        var missing = Weight(element.GetProperty("missing"), feature.Name);
        if (feature.Kind == FeatureKind.Categorical)
            return ReadCategories(average, missing, Weights(categories, feature.Name), element, feature);
        if (element.TryGetProperty("edges", out var edges))
            return ReadSteps(average, missing, [.. edges.EnumerateArray().Select(e => e.GetDouble())], Weights(element.GetProperty("weights"), feature.Name), feature);

        var (mean, deviation) = (element.GetProperty("mean").GetDouble(), element.GetProperty("deviation").GetDouble());

        // Training knows no mean beyond the range of its inputs and no deviation whose inverse is not finite: either could make a score of NaN.
        if (!(Math.Abs(mean) <= FiniteRange.Limit && deviation >= 0.0 && double.IsFinite(deviation) && double.IsFinite(Standardisation.Inverse(deviation))))
            throw new InvalidModelArtifactException($"The standardisation of the feature '{feature.Name}' is not sound.");
        return new LinearTerm(average, missing, mean, deviation, Weight(element.GetProperty("weight"), feature.Name));
    }

    private static CategoryTerm ReadCategories(double average, double missing, double[] weights, JsonElement element, Feature feature) =>
        weights.Length == feature.Categories.Count
            ? new CategoryTerm(average, missing, weights, Weight(element.GetProperty("unseen"), feature.Name))
            : throw new InvalidModelArtifactException($"The feature '{feature.Name}' has {feature.Categories.Count} categories and {weights.Length} weights.");

    private static StepTerm ReadSteps(double average, double missing, double[] edges, double[] weights, Feature feature)
    {
        var ascending = Enumerable.Range(0, edges.Length).All(i => double.IsFinite(edges[i]) && (i == 0 || edges[i] > edges[i - 1]));
        if (!ascending || weights.Length != edges.Length + 1)
            throw new InvalidModelArtifactException($"The bins of the feature '{feature.Name}' are not sound: {edges.Length} edges, {weights.Length} weights.");
        return new StepTerm(average, missing, edges, weights);
    }

    private static double[] Weights(JsonElement element, string feature) => [.. element.EnumerateArray().Select(e => Weight(e, feature))];

    private static double Weight(JsonElement element, string name)
    {
        var weight = element.GetDouble();
        return Math.Abs(weight) <= LargestWeight
            ? weight
            : throw new InvalidModelArtifactException($"A weight of '{name}' is not a usable number.");
    }

    private static void WriteArray(Utf8JsonWriter writer, string name, double[] values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteNumberValue(value);
        writer.WriteEndArray();
    }
}
