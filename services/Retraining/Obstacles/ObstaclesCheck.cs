using Microsoft.Extensions.Options;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>Refuses a course that cannot be read when the service starts, not at the first candidate.</summary>
internal sealed class ObstaclesCheck : IValidateOptions<ObstacleOptions>
{
    public ValidateOptionsResult Validate(string? name, ObstacleOptions options)
    {
        try
        {
            if (options.Obstacles is { } path) ObstacleFile.Read(path);
            return ValidateOptionsResult.Success;
        }
        catch (FormatException e)
        {
            return ValidateOptionsResult.Fail($"{RetrainingModule.Section}:{nameof(ObstacleOptions.Obstacles)}: {e.Message}");
        }
    }
}
