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
            if (options.Monitor.Tests.Count == 0 && options.Assemblies.Count == 0 && options.DisabledDetectors.Count == 0) return ValidateOptionsResult.Success;

            var parts = new MonitorParts(options);
            if (options.DisabledDetectors.Except(parts.Detectors).FirstOrDefault() is { } other)
                return ValidateOptionsResult.Fail($"{DriftDetectionOptions.Section}:{nameof(DriftDetectionOptions.DisabledDetectors)}: there is no detector '{other}'; there are {string.Join(", ", parts.Detectors.Distinct())}.");
            var known = parts.Tests;
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
