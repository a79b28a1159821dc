using System.Text.Json;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Releases.Candidates;

/// <summary>Reads a bad model back, where it is judged and where it is served.</summary>
internal sealed class BadModelFormat : IModelFormat
{
    public string Algorithm => BadModel.Family;

    public IModel Read(FeatureSchema schema, JsonElement parameters) => new BadModel(
        ModelArtifact.Read(parameters.GetProperty("sound").GetBytesFromBase64()),
        new BadCandidate(Enum.Parse<BadKind>(parameters.GetProperty("kind").GetString()!), parameters.GetProperty("amount").GetDouble()),
        parameters.GetProperty("from").GetDouble(), parameters.GetProperty("to").GetDouble());
}
