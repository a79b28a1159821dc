namespace MonitoringDemo.Onnx;

/// <summary>What an exported file says about where its model comes from.</summary>
/// <param name="Model">The model's name in the fleet.</param>
/// <param name="Version">The version in the registry.</param>
/// <param name="Sha256">The identity of the artifact that it was made of, lower-case hexadecimal.</param>
public sealed record ExportedAs(string Model, int Version, string Sha256);
