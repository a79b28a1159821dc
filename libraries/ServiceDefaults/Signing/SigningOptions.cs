using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Security;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>Keys that are given and not made. Section <c>Signing</c>; each is PEM, as a setting or, with <c>_FILE</c> behind its name, in a file.</summary>
/// <param name="PrivateKey">Signs; null for the one under <c>keys/</c>, which the first signature makes. Only retraining has to have it.</param>
/// <param name="TrustedKey">The public keys whose signatures are trusted, one after the other; null for that of <paramref name="PrivateKey"/>, or else those under <c>keys/</c>.</param>
/// <param name="Revocations">The file of what is trusted no more; null for <c>keys/revoked.json</c>, which may be missing. It is read at every check.</param>
/// <param name="OldestVersion">Versions of a model before this one are not served, whoever signed them; 0 for none.</param>
/// <param name="DowngradesNeedPermit">Whether a version older than the one served is served only with a signed statement of the registry that this very release does so.</param>
/// <param name="Command">A program with its arguments that signs in place of <paramref name="PrivateKey"/>: it gets the bytes on standard input and answers the signature. It needs <paramref name="TrustedKey"/>.</param>
/// <param name="CommandSeconds">How long it may take, in seconds.</param>
public sealed record SigningOptions(string? PrivateKey = null, string? TrustedKey = null, string? Revocations = null, int OldestVersion = 0, bool DowngradesNeedPermit = false, string? Command = null, double CommandSeconds = 30)
{
    private const string Section = "Signing";

    /// <summary>Whether it is said who signs, so that several processes sign alike.</summary>
    public bool SaysWhoSigns => PrivateKey is not null || Command is not null;

    /// <summary>The command that signs; null where a key does.</summary>
    internal IStatementSigner? Signer => Command is null ? null : new CommandSigner(Command, TrustedKey!, TimeSpan.FromSeconds(CommandSeconds));

    /// <summary>Reads what is configured.</summary>
    /// <exception cref="OptionsValidationException">A file that is named cannot be read, what is given is no key, or a command stands beside a private key or without a trusted one.</exception>
    public static SigningOptions Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new SigningOptions(
            Read(configuration, nameof(PrivateKey)), Read(configuration, nameof(TrustedKey)), List(configuration),
            Parsed(configuration, nameof(OldestVersion), "a version, 0 or more", text => int.TryParse(text, CultureInfo.InvariantCulture, out var version) && version >= 0 ? version : null, 0),
            Parsed(configuration, nameof(DowngradesNeedPermit), "true or false", text => bool.TryParse(text, out var need) ? need : null, false),
            configuration[$"{Section}:{nameof(Command)}"] is { } command && command.Trim().Length > 0 ? command : null,
            Parsed(configuration, nameof(CommandSeconds), "a number of seconds above 0 and at most 600", text => double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 600 ? seconds : null, 30.0));
        return options switch
        {
            { Command: not null, PrivateKey: not null } => throw Refused($"{Section}:{nameof(Command)} and {Section}:{nameof(PrivateKey)} are both set: one of them signs"),
            { Command: not null, TrustedKey: null } => throw Refused($"{Section}:{nameof(Command)} is set and {Section}:{nameof(TrustedKey)} is not: name the public key of what it signs with"),
            _ => options,
        };
    }

    private static OptionsValidationException Refused(string why) => new(nameof(Command), typeof(SigningOptions), [why]);

    private static string? List(IConfiguration configuration)
    {
        const string Key = $"{Section}:{nameof(Revocations)}_FILE";
        if (configuration[Key] is not { Length: > 0 } file) return null;
        try
        {
            RevocationList.Read(file);
            return file;
        }
        catch (InvalidSignatureException e)
        {
            throw new OptionsValidationException(Key, typeof(SigningOptions), [$"{Key}: {e.Message}"]);
        }
    }

    private static T Parsed<T>(IConfiguration configuration, string name, string what, Func<string, T?> parse, T otherwise)
        where T : struct
    {
        if (configuration[$"{Section}:{name}"] is not { Length: > 0 } text) return otherwise;
        return parse(text) ?? throw new OptionsValidationException(name, typeof(SigningOptions), [$"{Section}:{name} must be {what}, not '{text}'"]);
    }

    private static string? Read(IConfiguration configuration, string name)
    {
        var key = $"{Section}:{name}";
        var pem = SecretSetting.Read(configuration, key);
        if (pem is null) return null;
        try
        {
            foreach (var each in name == nameof(TrustedKey) ? SigningKey.Many(pem, key) : [SigningKey.Of(pem, key)]) each.Dispose();
            return pem;
        }
        catch (InvalidSignatureException e)
        {
            throw new OptionsValidationException(key, typeof(SigningOptions), [e.Message]);
        }
    }
}
