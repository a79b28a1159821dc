using System.Globalization;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.Retraining.Release;

/// <summary>Refuses a strategy that there is not, and steps that do not lead to all requests.</summary>
internal sealed class StrategyCheck : IValidateOptions<StrategyOptions>
{
    private const string Example = "write for instance 1, 5, 25, 100";

    /// <summary>The shares that a canary goes through, from 0 to 1, the last of them 1; none where there are no canaries.</summary>
    /// <exception cref="FormatException">They are no ascending percentages up to 100.</exception>
    public static IReadOnlyList<double> Shares(StrategyOptions options)
    {
        if (options.Strategy != ReleaseStrategies.Canary) return [];
        var shares = options.Steps.Split(',', StringSplitOptions.TrimEntries).Select(text => Share(text)).ToList();
        if (shares.Zip(shares.Skip(1)).Any(pair => pair.First >= pair.Second)) throw Refused("does not ascend");
        if (shares is not [_, .., 1.0]) throw Refused("has to lead over one step or more to 100, which is the promotion");
        return shares;
    }

    public ValidateOptionsResult Validate(string? name, StrategyOptions options)
    {
        if (!ReleaseStrategies.All.Contains(options.Strategy))
            return ValidateOptionsResult.Fail($"{StrategyOptions.Section}:{nameof(StrategyOptions.Strategy)} is '{options.Strategy}': there are {string.Join(", ", ReleaseStrategies.All)}.");
        try
        {
            _ = Shares(options);
            return ValidateOptionsResult.Success;
        }
        catch (FormatException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }

    private static double Share(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
            ? percent / 100
            : throw Refused($"holds '{text}', which is no percentage above 0 and up to 100");

    private static FormatException Refused(string why) => new($"{StrategyOptions.Section}:{nameof(StrategyOptions.Steps)} {why}: {Example}.");
}
