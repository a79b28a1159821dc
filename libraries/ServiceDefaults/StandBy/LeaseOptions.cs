using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>How quickly one process follows another. Section <c>Lease</c>.</summary>
public sealed class LeaseOptions : IValidatableObject
{
    /// <summary>The section in the configuration.</summary>
    public const string Section = "Lease";

    /// <summary>How long the lease stays with a process that does not ask again: a dead one is followed after this time at the latest, and a database that is away for less goes unnoticed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Term { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a process asks: the holder to keep it, the others whether it is free. Twice in a term at least.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan AskEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        2 * AskEvery <= Term ? [] : [new ValidationResult($"{Section}:{nameof(AskEvery)} has to fit twice into {Section}:{nameof(Term)}.", [nameof(AskEvery)])];
}
