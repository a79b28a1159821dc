using Microsoft.Extensions.Hosting;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.ServiceDefaults.Security;

/// <summary>Refuses to start where other machines could reach a service that asks for no token, and with a list of people that cannot be used.</summary>
internal sealed class BindingGuard(Bindings bindings, AccessToken token, Roster roster) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Check();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Once more with the addresses that the server has really bound: code may have added some.</summary>
    public Task StartedAsync(CancellationToken cancellationToken) => Check();

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="InsecureBindingException">Other machines could reach this service, and it asks for no token.</exception>
    public static void Check(Bindings bindings, AccessToken token)
    {
        if (!token.IsRequired && bindings.FirstReachable() is { } address) throw new InsecureBindingException(address);
    }

    private Task Check()
    {
        // That it was made means that the list can be used.
        _ = roster;
        Check(bindings, token);
        return Task.CompletedTask;
    }
}
