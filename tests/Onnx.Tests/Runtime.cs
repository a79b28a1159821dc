using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Onnx.Tests;

/// <summary>Scores rows as a user of OnnxRuntime would: with what stands in the file, and nothing of the house.</summary>
internal static class Runtime
{
    private const string Unknown = "nobody knows this one";

    public static double[] Scores(InferenceSession session, FeatureSchema schema, double[][] rows)
    {
        var inputs = schema.Features.Select((feature, i) => feature.Kind == FeatureKind.Numeric
            ? NamedOnnxValue.CreateFromTensor(feature.Name, new DenseTensor<double>(rows.Select(row => row[i]).ToArray(), [rows.Length, 1]))
            : NamedOnnxValue.CreateFromTensor(feature.Name, new DenseTensor<string>(rows.Select(row => Text(feature, row[i])).ToArray(), [rows.Length, 1]))).ToList();
        using var answer = session.Run(inputs);
        return [.. answer.Single().AsEnumerable<double>()];
    }

    private static string Text(Feature feature, double code) => double.IsNaN(code)
        ? FeatureInputs.MissingText(feature.Categories)
        : code < feature.Categories.Count ? feature.Categories[(int)code] : Unknown;
}
