using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Http;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults;

/// <summary>A service in a process of its own; every <c>Program.cs</c> is one of these.</summary>
/// <param name="name">In kebab-case, for instance <c>drift-detection</c>.</param>
/// <param name="address">Where it listens when configuration names no address.</param>
/// <param name="dataPart">The folder of the data directory that is its alone: a second process on it is refused.</param>
public sealed class ServiceProgram(string name, string address, string dataPart)
{
    /// <summary>Adds the service to the host.</summary>
    public required Action<IHostApplicationBuilder> Add { get; init; }

    /// <summary>Maps its endpoints.</summary>
    public required Action<WebApplication> Map { get; init; }

    /// <summary>Its message consumers.</summary>
    public required IReadOnlyList<Type> Consumers { get; init; }

    /// <summary>The messages that it publishes.</summary>
    public required IReadOnlyList<Type> Publishes { get; init; }

    /// <summary>What it has to do with the inference log, where that travels over a stream.</summary>
    public LogStreamRole LogStream { get; init; }

    /// <summary>Settings that hold only where the service runs alone; what is configured goes before them.</summary>
    public IReadOnlyDictionary<string, string> Alone { get; init; } = new Dictionary<string, string>();

    /// <summary>Runs until it is stopped; what the person who starts it can mend is said in one line. With <c>--health</c> or <c>--serving</c> it asks the service that runs already, and ends.</summary>
    /// <returns>The exit code: 0, or 2 for a failure at start that <see cref="StartupFailure"/> explains; that of <see cref="HealthQuestion"/>.</returns>
    public int Run(string[] args)
    {
        try
        {
            if (HealthQuestion.IsAsked(args)) return HealthQuestion.AskAsync(AddressesOf(args), Console.Error, args.Contains(HealthQuestion.ServingOption)).GetAwaiter().GetResult();
            var builder = WebApplication.CreateBuilder(args);
            using var folder = ReplicaFolder.Claim(builder.Configuration);
            if (!NamesAddress(builder.Configuration)) builder.WebHost.UseUrls(address);
            foreach (var (key, value) in Alone) builder.Configuration[key] ??= value;

            builder.AddServiceDefaults(name);
            Add(builder);
            builder.AddMessaging(Consumers, Publishes);
            builder.AddLogStream(LogStream, dataPart);

            var app = builder.Build();
            app.MapServiceDefaults();
            Map(app);
            return Run(app, dataPart);
        }
        catch (Exception e) when (StartupFailure.Explain(e) is { } line)
        {
            Console.Error.WriteLine(line);
            return StartupFailure.ExitCode;
        }
    }

    internal static int Run(WebApplication app, string dataPart)
    {
        try
        {
            // The host asks the same at its start, when the bus is already under way.
            app.Services.GetService<IStartupValidator>()?.Validate();
            BindingGuard.Check(app.Services.GetRequiredService<Bindings>(), app.Services.GetRequiredService<AccessToken>());
            using var claim = app.Services.GetRequiredService<DataDirectory>().Lock(dataPart);
            app.Run();
            return 0;
        }
        catch (Exception e) when (StartupFailure.Explain(e) is { } line)
        {
            Console.Error.WriteLine(line);
            return StartupFailure.ExitCode;
        }
    }

    /// <summary>Where the service that was started with the same environment and arguments listens. No host is built for that: a container asks every few seconds.</summary>
    private IEnumerable<string> AddressesOf(string[] args)
    {
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables().AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine([.. args.Where(argument => argument is not (HealthQuestion.Option or HealthQuestion.ServingOption))])
            .Build();
        return NamesAddress(configuration) ? new Bindings(configuration).Addresses() : [address];
    }

    /// <summary>By <c>urls</c>, by the ports alone, as containers do, or by endpoints of the server's own.</summary>
    private static bool NamesAddress(IConfiguration configuration) =>
        configuration["urls"] is not null || configuration["http_ports"] is not null || configuration["https_ports"] is not null
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
