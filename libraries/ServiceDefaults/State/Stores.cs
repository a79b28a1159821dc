using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.PostgreSql;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.Storage;

namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>Where the fleet keeps what its services share: files under the data directory, and the registry in PostgreSQL where a database is named; unless the host has registered something else before.</summary>
public static class Stores
{
    /// <summary>The setting that names the registry's database, or with <see cref="SecretSetting.FileSuffix"/> the file that does; without it the registry is files.</summary>
    public const string RegistryKey = "ConnectionStrings:Registry";

    /// <summary>The inference log.</summary>
    public static IInferenceLog Log(DataDirectory data) => new InferenceLogFiles(Path.Combine(data.Root, "log"));

    /// <summary>The registry's journal.</summary>
    public static IJournal Journal(DataDirectory data) => new JournalFile(Path.Combine(data.Root, "registry"));

    /// <summary>The registry's artifacts, signatures and snapshots.</summary>
    public static IBlobStore Blobs(DataDirectory data) => new BlobFiles(Path.Combine(data.Root, "registry"));

    /// <summary>Registers them.</summary>
    /// <exception cref="OptionsValidationException">The database's address will not do.</exception>
    internal static void AddStores(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(provider => Log(provider.GetRequiredService<DataDirectory>()));
        if (AddressIn(builder.Configuration) is { } address)
        {
            services.AddSingleton(_ => new RegistryDatabase(address));
            services.TryAddSingleton<IJournal, DatabaseJournal>();
            services.TryAddSingleton<IBlobStore, DatabaseBlobs>();
        }

        services.TryAddSingleton(provider => Journal(provider.GetRequiredService<DataDirectory>()));
        services.TryAddSingleton(provider => Blobs(provider.GetRequiredService<DataDirectory>()));
    }

    private static RegistryAddress? AddressIn(IConfiguration configuration)
    {
        if (SecretSetting.Read(configuration, RegistryKey) is not { } text) return null;
        try
        {
            return RegistryAddress.Parse(text);
        }
        catch (FormatException e)
        {
            throw new OptionsValidationException(RegistryKey, typeof(string), [$"{RegistryKey} {e.Message}"]);
        }
    }
}
