using Microsoft.Extensions.Options;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Refuses to switch off a row that the table does not have.</summary>
internal sealed class DisabledRowsCheck : IValidateOptions<PolicyOptions>
{
    public ValidateOptionsResult Validate(string? name, PolicyOptions options)
    {
        var known = PolicyParts.Rows.Select(row => row.Name).ToList();
        return options.DisabledRows.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? ValidateOptionsResult.Fail($"{RetrainingModule.Section}:{nameof(PolicyOptions.DisabledRows)}: the policy has no row '{unknown}'; there are {string.Join(", ", known)}.")
            : ValidateOptionsResult.Success;
    }
}
