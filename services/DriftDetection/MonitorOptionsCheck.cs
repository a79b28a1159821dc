using Microsoft.Extensions.Options;

namespace MonitoringDemo.DriftDetection;

/// <summary>Refuses settings of the monitor that do not fit together, at the start and by name.</summary>
internal sealed class MonitorOptionsCheck : IValidateOptions<DriftDetectionOptions>
{
    public ValidateOptionsResult Validate(string? name, DriftDetectionOptions options)
    {
        try
        {
            options.Monitor.Validate();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException e)
        {
            return ValidateOptionsResult.Fail($"{DriftDetectionOptions.Section}:Monitor: {e.Message}");
        }
    }
}
