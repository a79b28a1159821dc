using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ServiceDefaults;

/// <summary>The place of one model in a fleet. A fleet has one; whatever belongs to a model asks here under which name.</summary>
/// <param name="Model">The model's name in messages, metrics and answers.</param>
public sealed record ModelSlot(string Model)
{
    /// <summary>Whether another system serves the model, and sends what it answered.</summary>
    public bool ServedElsewhere { get; init; }

    /// <summary>The setting that names the model; all services share it.</summary>
    public const string Setting = "Model:Name";

    /// <summary>The name where the setting is missing or empty.</summary>
    public const string DefaultModel = "hits";

    /// <summary>The setting that says who serves the model: <c>here</c> (the fleet, by default) or <c>elsewhere</c> (another system, which sends what it answered). All services share it.</summary>
    public const string ServedSetting = "Model:Served";

    /// <summary>The slot of a model's name as it was configured; null or empty is the default.</summary>
    public static ModelSlot Of(string? model) => new(string.IsNullOrEmpty(model) ? DefaultModel : model);

    /// <summary>The slot that a configuration names.</summary>
    /// <exception cref="OptionsValidationException"><see cref="ServedSetting"/> has a value that it cannot have.</exception>
    public static ModelSlot Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Of(configuration[Setting]) with { ServedElsewhere = IsServedElsewhere(configuration[ServedSetting]) };
    }

    private static bool IsServedElsewhere(string? served) => served switch
    {
        null or "" or "here" => false,
        "elsewhere" => true,
        _ => throw new OptionsValidationException(ServedSetting, typeof(string), [$"{ServedSetting} is '{served}'; it must be 'here' or 'elsewhere'."]),
    };
}
