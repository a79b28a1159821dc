using Microsoft.Extensions.Options;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Refuses windows of the standing challengers that are none.</summary>
internal sealed class ChallengerWindowsCheck : IValidateOptions<ChallengerOptions>
{
    public ValidateOptionsResult Validate(string? name, ChallengerOptions options)
    {
        try
        {
            return StandingChallengers.Windows(options).Count > 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"{RetrainingModule.Section}:{nameof(ChallengerOptions.ChallengerWindows)}: name at least one number of rows, for instance 1000; 3000.");
        }
        catch (FormatException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }
}
