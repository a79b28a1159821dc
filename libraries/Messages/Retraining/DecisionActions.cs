namespace MonitoringDemo.Messages.Retraining;

/// <summary>What the policy can decide, as written in messages and reports.</summary>
public static class DecisionActions
{
    /// <summary>Keep looking; the model holds.</summary>
    public const string Watch = "watch";

    /// <summary>Train a candidate on rows since the change.</summary>
    public const string Retrain = "retrain";

    /// <summary>Serve a challenger that was trained again on the newest rows.</summary>
    public const string Replace = "replace";

    /// <summary>Serve an archived version again.</summary>
    public const string Restore = "restore";

    /// <summary>Keep broken rows out of training and out of the statistics.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>The data's owner accepts what was broken as well: its rows are learned from again.</summary>
    public const string Accept = "accept";

    /// <summary>Promise nothing and promote nothing until the evidence can be trusted.</summary>
    public const string Hold = "hold";

    /// <summary>A candidate failed a gate.</summary>
    public const string Reject = "reject";

    /// <summary>A released model proved worse than the one before it.</summary>
    public const string RollBack = "roll-back";

    /// <summary>A candidate passed every gate and waits for people, or for the end of a freeze.</summary>
    public const string AwaitApproval = "await-approval";

    /// <summary>A person let a candidate out that waited.</summary>
    public const string Approve = "approve";

    /// <summary>A person stopped releases.</summary>
    public const string Freeze = "freeze";

    /// <summary>Releases go on, because a person said so or the freeze came to its end.</summary>
    public const string Unfreeze = "unfreeze";

    /// <summary>A version goes to another stage on its way out of use.</summary>
    public const string Retire = "retire";

    /// <summary>A person had rows erased.</summary>
    public const string Erase = "erase";

    /// <summary>Every action.</summary>
    public static IReadOnlyList<string> All { get; } = [Watch, Retrain, Replace, Restore, Quarantine, Accept, Hold, Reject, RollBack, AwaitApproval, Approve, Freeze, Unfreeze, Retire, Erase];
}
