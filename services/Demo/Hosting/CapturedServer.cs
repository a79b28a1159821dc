using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace MonitoringDemo.Demo.Hosting;

/// <summary>A web server without a socket: another server of the process hands it its requests. So many fleets share one address.</summary>
internal sealed class CapturedServer : IServer
{
    private volatile Func<IFeatureCollection, Task>? _process;

    /// <param name="address">Where the other server listens: what the fleet takes for its own address.</param>
    public CapturedServer(string address)
    {
        var addresses = new ServerAddressesFeature();
        addresses.Addresses.Add(address);
        Features.Set<IServerAddressesFeature>(addresses);
    }

    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Works on a request; the answer is written to its response features.</summary>
    /// <returns>False where the fleet takes no requests, because it has not started or has stopped.</returns>
    public async Task<bool> TryProcessAsync(IFeatureCollection request)
    {
        if (_process is not { } process) return false;
        await process(request);
        return true;
    }

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _process = features => ProcessAsync(application, features);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _process = null;
        return Task.CompletedTask;
    }

    public void Dispose() => _process = null;

    private static async Task ProcessAsync<TContext>(IHttpApplication<TContext> application, IFeatureCollection features)
        where TContext : notnull
    {
        var context = application.CreateContext(features);
        try
        {
            await application.ProcessRequestAsync(context);
        }
        catch (Exception e)
        {
            application.DisposeContext(context, e);
            throw;
        }

        application.DisposeContext(context, null);
    }
}
