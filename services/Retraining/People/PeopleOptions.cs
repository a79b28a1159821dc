using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining.People;

/// <summary>Which release needs whom; in the section <c>Retraining</c>. By default none needs anybody.</summary>
public sealed class PeopleOptions
{
    /// <summary>People who have to approve a version of a trainer and settings that served before, whatever caused it.</summary>
    [Range(0, 9)]
    public int RoutineApprovers { get; set; }

    /// <summary>The same for a trainer, or settings, of which no version has served, and for one that changed code made.</summary>
    [Range(0, 9)]
    public int NewRecipeApprovers { get; set; }

    /// <summary>The same for a training that a person asked for. That person does not count.</summary>
    [Range(0, 9)]
    public int ManualApprovers { get; set; }

    /// <summary>Marks the model as sensitive: every release needs <see cref="SensitiveApprovers"/>.</summary>
    public bool SensitiveModel { get; set; }

    /// <summary>People who have to approve each release of a sensitive model.</summary>
    [Range(1, 9)]
    public int SensitiveApprovers { get; set; } = 2;

    /// <summary>Rows of the stream after which a version that waits for people lapses.</summary>
    [Range(100, 1_000_000_000)]
    public int ApprovalRows { get; set; } = 50_000;

    /// <summary>The most that any release can need.</summary>
    internal int Most => Math.Max(Math.Max(RoutineApprovers, NewRecipeApprovers), Math.Max(ManualApprovers, SensitiveModel ? SensitiveApprovers : 0));
}
