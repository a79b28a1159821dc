using MonitoringDemo.Learning;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Inference.Serving;

/// <summary>A verified model and what is known about it.</summary>
/// <param name="Reference">Its entry in the registry.</param>
/// <param name="Model">Scores rows.</param>
/// <param name="SinceRow">The first row it scored in its role.</param>
internal sealed record ServedModel(ModelReference Reference, IModel Model, long SinceRow);
