using Microsoft.AspNetCore.Http;

namespace MonitoringDemo.ServiceDefaults.Security.People;

/// <summary>Who sent a request.</summary>
/// <param name="Name">The person's name; null for this machine and for whoever has the token that the services share.</param>
/// <param name="Role">What the caller may do.</param>
public sealed record Caller(string? Name, PersonRole Role)
{
    /// <summary>Where nobody is told apart: whoever gets in may everything.</summary>
    public static Caller Anybody { get; } = new(null, PersonRole.Admin);

    /// <summary>Who sent this request.</summary>
    public static Caller Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<Caller>() ?? Anybody;
    }
}
