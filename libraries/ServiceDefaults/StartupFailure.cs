using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.ServiceDefaults;

/// <summary>Failures at start that the person who starts can mend.</summary>
public static class StartupFailure
{
    /// <summary>What hosts exit with.</summary>
    public const int ExitCode = 2;

    /// <summary>The failure in one line, with the mend; null when it is a fault of the program.</summary>
    public static string? Explain(Exception failure)
    {
        for (var e = failure; e is not null; e = e is AggregateException { InnerExceptions.Count: > 0 } many ? many.InnerExceptions[0] : e.InnerException)
        {
            switch (e)
            {
                case InsecureBindingException or DataDirectoryInUseException or DamagedCheckpointException or DamagedJournalException or StoreUnavailableException or InvalidSignatureException:
                    return OneLine(e.Message);
                case OptionsValidationException options:
                    return OneLine($"Invalid settings: {string.Join("; ", options.Failures)}");
                case InvalidOperationException when e.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal):
                    return OneLine(e.Message);
                case AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse or SocketError.AccessDenied }:
                    return OneLine($"{failure.Message} Stop the other program, or choose another address with --urls.");
            }
        }

        return null;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
