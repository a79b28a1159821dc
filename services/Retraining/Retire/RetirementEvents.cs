using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Retire;

/// <summary>Marks what the journal says of versions on their way out of use; <see cref="RetirementFold"/> knows what each changes.</summary>
internal interface IRetirementEvent;

internal sealed record RetirementRequested(RetireVersion Command) : JournalEvent, IRetirementEvent;

/// <summary>A version went to another stage.</summary>
internal sealed record VersionMoved(VersionRetired Told) : JournalEvent, IRetirementEvent;

/// <summary>A request that changed nothing was answered.</summary>
internal sealed record RetirementAnswered(string CommandId) : JournalEvent, IRetirementEvent;
