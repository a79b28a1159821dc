using System.Globalization;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Refuses windows of the standing challengers that are none.</summary>
internal sealed class ChallengerWindowsCheck : IValidateOptions<ChallengerOptions>
{
    /// <summary>The windows in the option.</summary>
    /// <exception cref="FormatException">One is no number of rows.</exception>
    public static IReadOnlyList<int> Read(ChallengerOptions options) =>
        [.. options.ChallengerWindows.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows is >= 100 and <= 1_000_000
                ? rows
                : throw new FormatException($"'{text}' in Retraining:ChallengerWindows is no number of rows from 100 to 1,000,000: write for instance 1000; 3000."))];

    public ValidateOptionsResult Validate(string? name, ChallengerOptions options)
    {
        try
        {
            return Read(options).Count > 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"{RetrainingModule.Section}:{nameof(ChallengerOptions.ChallengerWindows)}: name at least one number of rows, for instance 1000; 3000.");
        }
        catch (FormatException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }
}
