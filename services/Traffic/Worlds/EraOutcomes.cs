using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Worlds;

/// <summary>How the outcomes of a world come: in the usual way, save for the songs of an era whose scenario has its own.</summary>
internal static class EraOutcomes
{
    /// <param name="eras">In the order of their first rows.</param>
    /// <param name="usual">How outcomes come while no scenario changes that.</param>
    /// <param name="seed">The seed of the world.</param>
    public static IOutcomeDelay Of(IReadOnlyList<Era> eras, IOutcomeDelay usual, ulong seed)
    {
        var all = usual;
        foreach (var era in eras)
        {
            var own = era.Scenario.OutcomesFrom(era.FromRow, usual, seed);
            if (!ReferenceEquals(own, usual) || !ReferenceEquals(all, usual))
                all = new ChangedDelay(era.FromRow, all, own);
        }

        return all;
    }
}
