using System.Text.Json;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Artifacts;

/// <summary>An extension point: reads the parameters of one family of models back from an artifact.</summary>
public interface IModelFormat
{
    /// <summary>The family that it reads, as in <see cref="IModel.Algorithm"/>.</summary>
    string Algorithm { get; }

    /// <summary>Rebuilds the model.</summary>
    /// <param name="schema">The rows it takes.</param>
    /// <param name="parameters">What the model wrote through <see cref="ModelArtifact.Write"/>.</param>
    /// <exception cref="InvalidModelArtifactException">The parameters do not make a sound model.</exception>
    IModel Read(FeatureSchema schema, JsonElement parameters);
}
