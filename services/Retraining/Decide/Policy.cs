using MonitoringDemo.Retraining.Decide.Rules;
using MonitoringDemo.Retraining.People.Rules;
using MonitoringDemo.Retraining.Retire.Rules;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>The policy: a table that is read from top to bottom once a step. Pure: no clock, bus, file or chance.</summary>
internal static class Policy
{
    /// <remarks>Taking back what is worse, and restoring what is known, come before anything that trains.</remarks>
    public static IReadOnlyList<IRule> Table { get; } =
    [
        new RollBackIsObeyed(),
        new FreezeIsObeyed(),
        new JudgementsAreCounted(),
        new BrokenDataIsQuarantined(),
        new AcceptedDataIsLetIn(),
        new WorseReleaseIsTakenBack(),
        new WorseCanaryIsTakenBack(),
        new MovedInputsAreWatched(),
        new ArchivedModelIsRestored(),
        new MovedInputsThatHurtAreLearned(),
        new ChangedConceptIsLearned(),
        new YoungModelIsRefitted(),
        new BetterChallengerIsReleased(),
        new MissingLabelsHoldPromotions(),
        new OldModelIsRenewed(),
        new ChangedCodeIsTried(),
        new CommandsAreObeyed(),
        new WaitingVersionIsReleased(),
        new ProvenReleaseGoesOn(),
        new SoundCanaryGoesOn(),
        new RetirementIsObeyed(),
        new RetirementIsDue(),
    ];

    /// <summary>What is to be done, each with the row of the table that wants it. At most one of them moves the model.</summary>
    /// <param name="isAllowed">What a drill has switched off counts for nothing; null when all is allowed.</param>
    /// <param name="isAsked">Rows that a drill has switched off are passed over; null when all are asked.</param>
    public static IReadOnlyList<(IRule Rule, Decision Decision)> Decide(PolicyState state, Evidence evidence, PolicyLimits limits, Func<Decision, bool>? isAllowed = null, Func<IRule, bool>? isAsked = null)
    {
        var decided = new List<(IRule, Decision)>();
        var moved = false;
        foreach (var rule in Table.Where(rule => isAsked?.Invoke(rule) != false))
        {
            foreach (var decision in rule.Decide(state, evidence, limits))
            {
                if ((decision.MovesModel && moved) || isAllowed?.Invoke(decision) == false) continue;
                moved |= decision.MovesModel;
                decided.Add((rule, decision));
            }
        }

        return decided;
    }
}
