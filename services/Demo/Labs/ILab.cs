namespace MonitoringDemo.Demo.Labs;

/// <summary>One lab's check. It knows the truth by playing the fleet, never by a stored answer. One file each, named in <see cref="LabCatalog"/>; the texts stand in <c>labs/NN-name</c>.</summary>
internal interface ILab
{
    /// <summary>As in the name of its folder.</summary>
    int Number { get; }

    /// <summary>What <c>lab watch</c> can show; empty when there is nothing to watch.</summary>
    IReadOnlyList<string> Worlds => [];

    /// <summary>Tries the participant's work step by step; the first step that fails names the hint.</summary>
    Task CheckAsync(LabCheck check, CancellationToken cancellation);

    /// <summary>Plays one of <see cref="Worlds"/> and shows what the participant is to judge.</summary>
    Task WatchAsync(LabPlays plays, string world, TextWriter output, CancellationToken cancellation) => Task.CompletedTask;
}
