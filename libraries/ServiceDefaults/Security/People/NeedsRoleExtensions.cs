using Microsoft.AspNetCore.Builder;

namespace MonitoringDemo.ServiceDefaults.Security.People;

/// <summary>Says it at the endpoint.</summary>
public static class NeedsRoleExtensions
{
    /// <summary>Only callers of this role, or of a higher one, are let in.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, PersonRole role)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsRole(role));
}
