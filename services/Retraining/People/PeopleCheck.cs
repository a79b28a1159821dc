using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.Retraining.People;

/// <summary>Refuses a policy that nobody could fulfil: there have to be as many who may approve, and one more where one of them may have asked.</summary>
internal sealed class PeopleCheck(Roster roster) : IValidateOptions<PeopleOptions>
{
    public ValidateOptionsResult Validate(string? name, PeopleOptions options)
    {
        if (options.Most == 0) return ValidateOptionsResult.Success;
        var may = roster.People.Count(person => person.Role >= PersonRole.Approver);
        return may >= options.Most
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Retraining:{Setting(options)} wants {options.Most} approvers, and {Roster.Variable} names {may} who may approve: add people of the role approver, or lower it");
    }

    private static string Setting(PeopleOptions options) => options switch
    {
        { SensitiveModel: true } when options.SensitiveApprovers == options.Most => nameof(PeopleOptions.SensitiveApprovers),
        _ when options.ManualApprovers == options.Most => nameof(PeopleOptions.ManualApprovers),
        _ when options.NewRecipeApprovers == options.Most => nameof(PeopleOptions.NewRecipeApprovers),
        _ => nameof(PeopleOptions.RoutineApprovers),
    };
}
