namespace MonitoringDemo.Demo.Hosting;

/// <summary>How a fleet is to be hosted.</summary>
/// <param name="Url">Where Kestrel listens; port 0 takes a free one.</param>
/// <param name="DataDirectory">Where all state lives.</param>
/// <param name="Lockstep">True when a driver calls the pumps, false when they run by the clock.</param>
internal sealed record FleetSettings(string Url, string DataDirectory, bool Lockstep)
{
    /// <summary>True when a driver is to send its songs over a socket, false when over a connection within the process.</summary>
    public bool OverSocket { get; init; }

    /// <summary>Decides the songs of the live world, and the seeds of training.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Options of the services by their configuration key, over everything else.</summary>
    public IReadOnlyDictionary<string, string?> Options { get; init; } = new Dictionary<string, string?>();

    /// <summary>Consumers beside those of the services.</summary>
    public IReadOnlyList<Type> ExtraConsumers { get; init; } = [];

    /// <summary>The server that hands the fleet its requests; null when it listens by itself.</summary>
    public CapturedServer? Captured { get; init; }

    /// <summary>Where its log goes; null for the console.</summary>
    public ILoggerProvider? Logs { get; init; }

    /// <summary>Maps endpoints beside those of the services.</summary>
    public Action<WebApplication> Map { get; init; } = static _ => { };

    /// <summary>Registers what those consumers need.</summary>
    public Action<IServiceCollection> Services { get; init; } = static _ => { };

    /// <summary>Registers what is to stand before everything else.</summary>
    public Action<IServiceCollection> Last { get; init; } = static _ => { };
}
