using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ServiceDefaults.Security;

/// <summary>Reads a secret that is either a setting or the content of a file, which is how containers are given theirs.</summary>
public static class SecretSetting
{
    /// <summary>What is added to a setting's name to give the name of the setting that holds the file's path.</summary>
    public const string FileSuffix = "_FILE";

    /// <summary>The setting <paramref name="key"/>; where it is empty, the content of the file that <paramref name="key"/> with <see cref="FileSuffix"/> names.</summary>
    /// <returns>The secret without the white space around it, or null when neither is set or what is set is empty.</returns>
    /// <exception cref="OptionsValidationException">The file that is named cannot be read.</exception>
    public static string? Read(IConfiguration configuration, string key)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        var value = configuration[key];
        if (string.IsNullOrWhiteSpace(value) && configuration[key + FileSuffix] is { Length: > 0 } file) value = TextOf(file, key);
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    private static string TextOf(string file, string key)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OptionsValidationException(key, typeof(string), [$"{key}{FileSuffix} names a file that cannot be read: {e.Message}"]);
        }
    }
}
