using Microsoft.Extensions.Configuration;

namespace MonitoringDemo.ServiceDefaults;

/// <summary>The place of one model in a fleet. A fleet has one; whatever belongs to a model asks here under which name.</summary>
/// <param name="Model">The model's name in messages, metrics and answers.</param>
public sealed record ModelSlot(string Model)
{
    /// <summary>The setting that names the model; all services share it.</summary>
    public const string Setting = "Model:Name";

    /// <summary>The name where the setting is missing or empty.</summary>
    public const string DefaultModel = "hits";

    /// <summary>The slot of a model's name as it was configured; null or empty is the default.</summary>
    public static ModelSlot Of(string? model) => new(string.IsNullOrEmpty(model) ? DefaultModel : model);

    /// <summary>The slot that a configuration names.</summary>
    public static ModelSlot Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Of(configuration[Setting]);
    }
}
