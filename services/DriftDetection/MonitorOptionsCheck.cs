using Microsoft.Extensions.Options;

namespace MonitoringDemo.DriftDetection;

/// <summary>Refuses settings of the monitor that do not fit together, unknown tests and unreadable assemblies, at the start and by name.</summary>
internal sealed class MonitorOptionsCheck : IValidateOptions<DriftDetectionOptions>
{
    public ValidateOptionsResult Validate(string? name, DriftDetectionOptions options)
    {
        try
        {
            options.Monitor.Validate();
            if (options.Monitor.Tests.Count == 0 && options.Assemblies.Count == 0) return ValidateOptionsResult.Success;

            var known = new MonitorParts(options).Tests;
            var unknown = options.Monitor.Tests.Select(test => test.Test).Except(known).ToList();
            return unknown.Count == 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"{DriftDetectionOptions.Section}:Monitor:Tests: there is no detector or test '{unknown[0]}'; known are {string.Join(", ", known)}.");
        }
        catch (ArgumentException e)
        {
            return ValidateOptionsResult.Fail($"{DriftDetectionOptions.Section}:Monitor: {e.Message}");
        }
        catch (InvalidDataException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }
}
