using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.CommandLine.Keys;

/// <summary><c>keys list|rotate|resign|revoke</c>: the signing keys of a data directory, also while a demo works in it.</summary>
internal static class KeysCommand
{
    private const int Shown = 16;

    public static Command Create(TextWriter output)
    {
        var list = new Command("list", "List the keys: which signs, which are trusted or revoked, and which versions each signed.");
        list.SetAction(parsed => Ask(parsed, keys => List(keys, output)));
        var rotate = new Command("rotate", "Make another key the one that signs. What the keys before signed stays valid; their private halves are deleted.");
        rotate.SetAction(parsed => Ask(parsed, keys =>
        {
            output.WriteLine($"Key {keys.Ring.Rotate()[..Shown]} signs from now on. 'keys resign' signs the versions anew, and 'keys revoke' ends the trust in a key.");
            return 0;
        }));
        var resign = new Command("resign", "Sign every version, and the journal's head, with the key that signs now, where a trusted key had signed it.");
        resign.SetAction(parsed => Ask(parsed, keys =>
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{keys.Resign()} statements signed anew."));
            return 0;
        }));
        var id = new Argument<string?>("key") { HelpName = "KEY", Description = "A key, by the beginning of its id as list shows it; or --version.", Arity = ArgumentArity.ZeroOrOne };
        var version = new Option<int?>("--version") { HelpName = "VERSION", Description = "One version instead of a key." };
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Description = "Why, in one sentence: whoever is refused is told.", Required = true };
        var force = new Option<bool>("--force") { Description = "Also where a version that serves would not be loaded again." };
        var revoke = new Command("revoke", "Trust a key, or one version, no more: it is refused when it is loaded, and what serves goes on.") { id, version, reason, force };
        revoke.SetAction(parsed => Ask(parsed, keys => Revoke(keys, parsed.GetValue(id), parsed.GetValue(version), parsed.GetRequiredValue(reason), parsed.GetValue(force), output)));
        return new Command("keys", "Look after the keys that sign versions.") { list, rotate, resign, revoke };
    }

    private static int List(KeysOf keys, TextWriter output)
    {
        foreach (var key in keys.Ring.Keys)
        {
            var versions = keys.Versions.Where(version => version.KeyId == key.Id).Select(version => version.Version.ToString(CultureInfo.InvariantCulture)).ToList();
            var state = key.RevokedBecause is { } why ? $"revoked: {why}" : key.Signs ? "signs" : "trusted";
            output.WriteLine($"{key.Id[..Shown]}  {state}  {(versions.Count == 0 ? "no version" : $"versions {string.Join(", ", versions)}")}");
        }

        foreach (var revoked in keys.Ring.Revoked.Artifacts)
            output.WriteLine($"version {keys.Versions.FirstOrDefault(version => version.Sha256 == revoked.Id)?.Version.ToString(CultureInfo.InvariantCulture) ?? "?"} ({revoked.Id[..Shown]})  revoked: {revoked.Reason}");
        return 0;
    }

    private static int Revoke(KeysOf keys, string? id, int? number, string reason, bool force, TextWriter output)
    {
        if ((id is null) == (number is null)) throw new UnusableInputException("Name a KEY or a --version, and not both.");
        if (string.IsNullOrWhiteSpace(reason)) throw new UnusableInputException("--reason must be a sentence that says why.");
        if (number is { } meant)
        {
            var version = keys.Versions.FirstOrDefault(version => version.Version == meant) ?? throw new UnusableInputException($"There is no version {meant}; 'models' lists them.");
            if (version.Serves && !force) throw new UnusableInputException($"Version {meant} serves and would not be loaded again: 'roll-back' first, or --force.");
            keys.Ring.RevokeArtifact(version.Sha256, reason);
            output.WriteLine($"Version {meant} is revoked: it is refused when it is loaded.");
            return 0;
        }

        var found = keys.Ring.Keys.Where(key => key.Id.StartsWith(id!, StringComparison.Ordinal)).ToList();
        if (found is not [var key]) throw new UnusableInputException(found.Count == 0 ? $"There is no key '{id}'; 'keys list' shows them." : $"'{id}' begins several ids; give more of it.");
        if (key.Signs) throw new UnusableInputException($"Key {key.Id[..Shown]} signs now: 'keys rotate' first.");
        if (!force && keys.Versions.FirstOrDefault(version => version.Serves && version.KeyId == key.Id) is { } serves)
            throw new UnusableInputException($"Version {serves.Version} serves, was signed by it and would not be loaded again: 'keys resign' first, or --force.");
        keys.Ring.RevokeKey(key.Id, reason);
        output.WriteLine($"Key {key.Id[..Shown]} is revoked: what it signed is refused when it is loaded.");
        return 0;
    }

    private static int Ask(ParseResult parsed, Func<KeysOf, int> act)
    {
        var directory = parsed.GetValue(SharedOptions.Data) ?? DataFolder.Default;
        if (!Directory.Exists(directory)) throw new UnusableInputException($"There is no directory '{directory}'; name the data directory of a demo or a run with --data DIR.");
        try
        {
            return act(KeysOf.Read(new DataDirectory(directory)));
        }
        catch (FileNotFoundException e)
        {
            throw new UnusableInputException($"There are no keys in '{directory}' yet: the first version makes them. Keys that are given (Signing:PrivateKey, Signing:TrustedKey) are changed in their files.", e);
        }
        catch (Exception e) when (e is InvalidSignatureException or IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"The keys in '{directory}' cannot be used: {e.Message}", e);
        }
    }
}
