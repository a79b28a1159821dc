using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Labs;

/// <summary>What was really said on the bus in lab 12, each message once, whoever listened.</summary>
internal sealed class HeardOnTheBus
{
    /// <summary>The price of a million rows visited in training.</summary>
    public const double PerMillionRows = 0.05;

    /// <summary>The price of a promotion.</summary>
    public const double PerPromotion = 0.5;

    private readonly Lock _gate = new();
    private readonly HashSet<Guid> _ids = [];

    /// <summary>What was spent on trainings.</summary>
    public double Trainings { get; private set; }

    /// <summary>What was spent on promotions.</summary>
    public double Promotions { get; private set; }

    /// <summary>What the participant's listener threw first; null for nothing.</summary>
    public Exception? Thrown { get; private set; }

    public void Threw(Exception exception)
    {
        lock (_gate) Thrown ??= exception;
    }

    /// <returns>False for a message that was heard before.</returns>
    public bool Take(Guid id, CandidatesTried run)
    {
        lock (_gate)
        {
            if (!_ids.Add(id)) return false;
            Trainings += run.Candidates.Sum(candidate => candidate.Work ?? 0) / 1e6 * PerMillionRows;
            return true;
        }
    }

    /// <returns>False for a message that was heard before.</returns>
    public bool Take(Guid id, ReleaseChanged release)
    {
        lock (_gate)
        {
            if (!_ids.Add(id)) return false;
            Promotions += release.Stage == ReleaseStages.Promoted ? PerPromotion : 0;
            return true;
        }
    }
}
