namespace MonitoringDemo.Demo.Mystery.Case;

/// <summary>What is noted while a case runs.</summary>
internal static class MysteryDeeds
{
    public const string Team = "team", Fleet = "fleet";

    public const string Retrain = "retrain", Restore = "restore", RollBack = "roll-back", Accept = "accept", Freeze = "freeze", Unfreeze = "unfreeze", Answer = "answer";

    public const string Found = "found", Decided = "decided", Released = "released";
}
