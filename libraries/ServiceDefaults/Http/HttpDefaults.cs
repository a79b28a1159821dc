using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ServiceDefaults.Http;

internal static class HttpDefaults
{
    public static void AddHttpDefaults(this IServiceCollection services)
    {
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<HttpOptions>>((kestrel, http) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = http.Value.MaxRequestBodyBytes;
        });
        services.AddOptions<HostOptions>().Configure<IOptions<HttpOptions>>((host, http) => host.ShutdownTimeout = http.Value.ShutdownTimeout);
        services.AddProblemDetails();
        // A request that cannot be read is the client's fault, and its message names no inner workings.
        services.Configure<ExceptionHandlerOptions>(options => options.StatusCodeSelector = error =>
            error is Microsoft.AspNetCore.Http.BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError);
    }
}
