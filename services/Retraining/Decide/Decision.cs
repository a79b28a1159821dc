using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>What the policy wants done.</summary>
/// <param name="UpdateId">The incident.</param>
/// <param name="Reason">Why, in one sentence, for a person.</param>
/// <param name="FindingIds">What it rests on.</param>
internal abstract record Decision(string UpdateId, string Reason, IReadOnlyList<string> FindingIds)
{
    /// <summary>True when it changes what is served or trained: at most one of these a step.</summary>
    public virtual bool MovesModel => true;
}

internal sealed record Watch(string UpdateId, string Reason, IReadOnlyList<string> FindingIds) : Decision(UpdateId, Reason, FindingIds)
{
    public override bool MovesModel => false;
}

/// <param name="Lifted">What the data's owner accepted.</param>
internal sealed record Accept(AcceptData Lifted, string Reason, IReadOnlyList<string> FindingIds) : Decision(Lifted.UpdateId, Reason, FindingIds)
{
    public override bool MovesModel => false;
}

internal sealed record Quarantine(string UpdateId, string Reason, IReadOnlyList<Finding> Broken)
    : Decision(UpdateId, Reason, [.. Broken.Select(finding => finding.Id)])
{
    public override bool MovesModel => false;
}

internal sealed record Hold(string UpdateId, string Reason, IReadOnlyList<string> FindingIds) : Decision(UpdateId, Reason, FindingIds)
{
    public override bool MovesModel => false;
}

/// <summary>Train candidates and put the best through the gates.</summary>
internal sealed record Retrain(string UpdateId, string Reason, IReadOnlyList<string> FindingIds, string Trigger, string? Trainer, long? SinceRow)
    : Decision(UpdateId, Reason, FindingIds)
{
    /// <summary>The fall of accuracy that is to be mended; 0 where none is.</summary>
    public double Drop { get; init; }

    /// <summary>Decided before; there are more rows of the same change now.</summary>
    public bool IsRetry { get; init; }
}

/// <summary>Train again on more rows of the same change.</summary>
internal sealed record Refit(string UpdateId, string Reason, string Trigger, long SinceRow) : Decision(UpdateId, Reason, []);

/// <summary>A standing challenger is proven better, or training anew is trusted: put it through the gates.</summary>
internal sealed record Replace(string UpdateId, string Reason, IReadOnlyList<string> FindingIds, bool IsTrusted) : Decision(UpdateId, Reason, FindingIds)
{
    /// <summary>The fall of accuracy that no model in service has learned, where no input moved; 0 for none.</summary>
    public double ToMend { get; init; }

    /// <summary>Where that fall began: the model becomes the one of this change, to be trained again as its rows double; null for none.</summary>
    public long? SinceRow { get; init; }
}

internal sealed record Restore(string UpdateId, string Reason, IReadOnlyList<string> FindingIds, int Version) : Decision(UpdateId, Reason, FindingIds);

/// <summary>The shadow becomes the champion.</summary>
internal sealed record Promote(string UpdateId, string Reason) : Decision(UpdateId, Reason, [])
{
    /// <summary>A person asked for it.</summary>
    public bool IsAskedFor { get; init; }
}

/// <summary>The shadow, as a canary, answers a share of the requests, or a larger one.</summary>
internal sealed record StepUp(string UpdateId, string Reason, double Share) : Decision(UpdateId, Reason, []);

/// <summary>A command is refused (no version), or the shadow is withdrawn.</summary>
internal sealed record Reject(string UpdateId, string Reason, string Gate, int? Version) : Decision(UpdateId, Reason, []);

/// <summary>The predecessor serves again; of a canary the champion answers all requests again.</summary>
internal sealed record RollBack(string UpdateId, string Reason, string Gate) : Decision(UpdateId, Reason, []);

/// <summary>Probation is over; the predecessor is not scored any more.</summary>
internal sealed record Settle(string UpdateId, string Reason) : Decision(UpdateId, Reason, []);
