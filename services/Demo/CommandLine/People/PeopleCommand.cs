using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Security.People;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Demo.CommandLine.People;

/// <summary><c>people add|list</c>: the file of those who are told apart.</summary>
internal static class PeopleCommand
{
    private const int TokenBytes = 32;

    public static Command Create(TextWriter output)
    {
        var file = new Option<string>("--file") { HelpName = "FILE", Description = $"The list of people, which {Roster.Variable}_FILE names to every service.", Required = true };
        var name = new Argument<string>("name") { HelpName = "NAME", Description = "Lower-case letters, digits, dots, hyphens and underscores; it stands in the journal." };
        var role = new Argument<string>("role") { HelpName = "ROLE", Description = "viewer, operator, approver or admin." };
        var add = new Command("add", "Add a person, or give one a new token or role. The token is printed once and kept nowhere: the file holds its hash.") { name, role, file };
        add.SetAction(parsed => Add(parsed.GetRequiredValue(file), parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), output));
        var list = new Command("list", "List the people of a file.") { file };
        list.SetAction(parsed =>
        {
            foreach (var person in Read(parsed.GetRequiredValue(file), mayBeMissing: false)) output.WriteLine($"{person.Name}  {Words(person.Role)}");
            return 0;
        });
        return new Command("people", "Name the people who are told apart, each with a token of its own.") { add, list };
    }

    private static int Add(string file, string name, string role, TextWriter output)
    {
        if (!Person.IsName(name)) throw new UnusableInputException($"NAME '{name}' must be 1 to 40 lower-case letters, digits, dots, hyphens or underscores.");
        if (!Enum.GetValues<PersonRole>().Select(Words).Contains(role)) throw new UnusableInputException($"ROLE '{role}' must be viewer, operator, approver or admin.");
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var person = new Person(name, Enum.Parse<PersonRole>(role, ignoreCase: true), Roster.HashOf(token));
        Write(file, [.. Read(file, mayBeMissing: true).Where(other => other.Name != name), person]);
        output.WriteLine(token);
        output.WriteLine($"This is the token of {name} ({role}); it is not shown again. The services read '{file}' when they start.");
        return 0;
    }

    private static IReadOnlyList<Person> Read(string file, bool mayBeMissing)
    {
        try
        {
            return mayBeMissing && !File.Exists(file) ? [] : PeopleText.Read(File.ReadAllText(file));
        }
        catch (OptionsValidationException e)
        {
            throw new UnusableInputException($"'{file}': {string.Join("; ", e.Failures)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"'{file}' cannot be read: {e.Message}", e);
        }
    }

    private static void Write(string file, IReadOnlyList<Person> people)
    {
        try
        {
            WholeFile.Replace(file, Encoding.UTF8.GetBytes(PeopleText.Write(people)), ownerOnly: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"'{file}' cannot be written: {e.Message}", e);
        }
    }

    private static string Words(PersonRole role) => role.ToString().ToLowerInvariant();
}
