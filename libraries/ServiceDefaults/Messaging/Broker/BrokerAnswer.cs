namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>What the broker said when a service asked whether it may do what it has to.</summary>
/// <param name="Missing">The rights that it has not, each in words.</param>
/// <param name="Outdated">Queues that stand on the broker with other settings than this version makes them with.</param>
internal sealed record BrokerAnswer(IReadOnlyList<string> Missing, IReadOnlyList<string> Outdated)
{
    private const int Named = 5;

    /// <summary>All of it in words, with what to do; null when nothing is in the way.</summary>
    public string? Problem
    {
        get
        {
            var refused = Missing.Count == 0 ? "" : $"The broker refuses this service's user {(Missing.Count == 1 ? "a right" : "rights")} that it needs: {Listed(Missing)}.";
            var older = Outdated.Count == 0 ? "" : $"An older version has made {(Outdated.Count == 1 ? "a queue" : "queues")} with other settings: {Listed(Outdated)}. Delete what is named (rabbitmqctl delete_queue NAME --vhost VHOST); it is made anew.";
            var problem = $"{refused} {older}".Trim();
            return problem.Length == 0 ? null : problem;
        }
    }

    private static string Listed(IReadOnlyList<string> names) => $"{string.Join(", ", names.Take(Named))}{(names.Count > Named ? $", and {names.Count - Named} more" : "")}";
}
