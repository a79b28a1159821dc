using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.ServiceDefaults.Http;

internal static class HttpDefaults
{
    public static void AddHttpDefaults(this IServiceCollection services)
    {
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<IConfiguration>((kestrel, configuration) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Read(configuration).MaxRequestBodyBytes;
        });
        services.AddOptions<HostOptions>().Configure<IConfiguration>((host, configuration) => host.ShutdownTimeout = Read(configuration).ShutdownTimeout);
        services.AddProblemDetails();
        // A request that cannot be read is the client's fault, and its message names no inner workings.
        services.Configure<ExceptionHandlerOptions>(options => options.StatusCodeSelector = error => error switch
        {
            Microsoft.AspNetCore.Http.BadHttpRequestException bad => bad.StatusCode,
            MessageNotTakenException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        });
    }

    /// <summary>By hand and without complaint: host and server want these while they are built, too early to refuse a setting. The validation at start does that.</summary>
    private static HttpOptions Read(IConfiguration configuration)
    {
        var options = new HttpOptions();
        var section = configuration.GetSection(HttpOptions.Section);
        if (ulong.TryParse(section[nameof(HttpOptions.MaxRequestBodyBytes)], CultureInfo.InvariantCulture, out var bytes) && bytes <= long.MaxValue) options.MaxRequestBodyBytes = (long)bytes;
        if (TimeSpan.TryParse(section[nameof(HttpOptions.ShutdownTimeout)], CultureInfo.InvariantCulture, out var timeout) && timeout >= TimeSpan.Zero) options.ShutdownTimeout = timeout;
        return options;
    }
}
