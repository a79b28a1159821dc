using System.Net;
using System.Net.Sockets;
using MonitoringDemo.ServiceDefaults.Http;

namespace MonitoringDemo.Demo.Hosting;

/// <summary>Addresses to listen on, and to call.</summary>
internal static class FleetAddress
{
    /// <summary>Where the page is unless told otherwise.</summary>
    public const string Default = ServiceAddresses.ControlRoom;

    /// <summary>Any free port of this machine.</summary>
    public const string AnyFree = "http://127.0.0.1:0";

    /// <summary>Puts a free port in place of port 0, because the host has to know its own address before it listens.</summary>
    /// <exception cref="UnusableInputException">It is no http address.</exception>
    public static string Settle(string url)
    {
        var address = Parse(url);
        if (address.Port != 0)
            return url;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"{address.Scheme}://{address.Host}:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    /// <summary>The address under which this machine reaches what listens on <paramref name="url"/>.</summary>
    public static Uri ToCall(string url)
    {
        var address = Parse(url);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new Uri($"{address.Scheme}://{host}:{address.Port}");
    }

    /// <exception cref="UnusableInputException">It is no http address.</exception>
    public static void Check(string url) => Parse(url);

    private static BindingAddress Parse(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            var host = address.Host is "*" or "+" || Uri.CheckHostName(address.Host) != UriHostNameType.Unknown;
            if (host && address.Scheme == Uri.UriSchemeHttp && address.Port is >= 0 and <= IPEndPoint.MaxPort && address.PathBase.Length == 0)
                return address;
        }
        catch (FormatException)
        {
            // Told below, as every other address that cannot be used.
        }

        throw new UnusableInputException($"--urls {url}: not an address such as {Default}.");
    }
}
