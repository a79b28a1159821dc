using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Storage;

namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>Where the fleet keeps what its services share: files under the data directory, unless the host has registered something else before.</summary>
public static class Stores
{
    /// <summary>The inference log.</summary>
    public static IInferenceLog Log(DataDirectory data) => new InferenceLogFiles(Path.Combine(data.Root, "log"));

    /// <summary>The registry's journal.</summary>
    public static IJournal Journal(DataDirectory data) => new JournalFile(Path.Combine(data.Root, "registry"));

    /// <summary>The registry's artifacts, signatures and snapshots.</summary>
    public static IBlobStore Blobs(DataDirectory data) => new BlobFiles(Path.Combine(data.Root, "registry"));

    internal static void AddStores(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => Log(provider.GetRequiredService<DataDirectory>()));
        services.TryAddSingleton(provider => Journal(provider.GetRequiredService<DataDirectory>()));
        services.TryAddSingleton(provider => Blobs(provider.GetRequiredService<DataDirectory>()));
    }
}
