using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MonitoringDemo.PostgreSql;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.StandBy;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.StandBy;

/// <summary>What the processes of this service have in common: files of one process, or rows of the registry's database.</summary>
internal static class SharedWork
{
    // What the broker handed to one that is frozen has to come back to be handed to another.
    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(5);

    public static void AddSharedWork(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ReceivedMessages>();
        services.AddSingleton<Handover>();
        builder.AddLease<WorkPlace>(RetrainingModule.Lease, provider => new WorkPlaceFiles(provider.GetRequiredService<DataDirectory>()), place => place.ReadTo);
        if (!builder.SharesLeases())
        {
            services.AddSingleton<IReceived>(provider => provider.GetRequiredService<ReceivedMessages>());
            services.AddSingleton(provider => new FencedJournal(_ => provider.GetRequiredService<IJournal>()));
            return;
        }

        // Else each would make one of its own, and inference trust one of them.
        if (!SigningOptions.Of(builder.Configuration).SaysWhoSigns)
            throw new OptionsValidationException("Signing", typeof(SigningOptions), ["The registry is in a database and the log travels, so that another process may go on with the work: give all of them one key, Signing:PrivateKey_FILE (deploy/make-secrets.sh makes it)"]);

        var name = LeaseExtensions.NameOf(builder, RetrainingModule.Lease);
        services.Configure<MessagingOptions>(messaging => messaging.Heartbeat = _heartbeat);
        services.AddSingleton(provider => new DatabaseInbox(provider.GetRequiredService<RegistryDatabase>(), name));
        services.AddSingleton(provider => new DatabasePresence(provider.GetRequiredService<RegistryDatabase>(), name.Model));
        services.TryAddSingleton<DatabaseJournal>();
        services.AddSingleton(provider => new FencedJournal(fence => provider.GetRequiredService<DatabaseJournal>().Under(new JournalFence(name, fence))));
        services.AddSingleton<IReceived, ReceivedRows>();
    }
}
