namespace MonitoringDemo.ServiceDefaults.Pumping;

/// <summary>One worker of a service: a call reads what is new, decides once, and publishes.</summary>
/// <remarks>Never called twice at the same time. It owns its state, so it needs no locks of its own.</remarks>
public interface IPump
{
    /// <summary>For logs and health, for instance <c>drift-detection</c>.</summary>
    string Name { get; }

    /// <summary>In lockstep, pumps are called in this order.</summary>
    int Order { get; }

    /// <summary>Does one round of work.</summary>
    /// <returns>True when there was something to do; it is then called again at once.</returns>
    ValueTask<bool> PumpAsync(CancellationToken cancellationToken);
}
