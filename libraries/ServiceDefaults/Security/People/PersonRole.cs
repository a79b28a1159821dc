namespace MonitoringDemo.ServiceDefaults.Security.People;

/// <summary>What somebody may do; each may all that the ones before it may.</summary>
public enum PersonRole
{
    /// <summary>Looks at everything and changes nothing.</summary>
    Viewer,

    /// <summary>Works the fleet: traffic, trainings, broken data, a freeze, a roll-back.</summary>
    Operator,

    /// <summary>Lets versions out that wait for people, or refuses them.</summary>
    Approver,

    /// <summary>Everything, also what deletes.</summary>
    Admin,
}
