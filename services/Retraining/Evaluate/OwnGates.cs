using System.Reflection;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>The assemblies that configuration names for gates, read before the host is built, for each gate is registered with it.</summary>
public static class OwnGates
{
    private const string Key = $"{RetrainingModule.Section}:{nameof(JudgingOptions.Assemblies)}";

    /// <exception cref="OptionsValidationException">One cannot be read, or has no gate; the message names the file.</exception>
    internal static IEnumerable<Assembly> Assemblies(IConfiguration configuration) =>
        (configuration.GetSection(Key).Get<string[]>() ?? []).Select(Load);

    /// <summary>The gates of such an assembly: its public classes.</summary>
    public static IEnumerable<Type> In(Assembly assembly) => Learning.Implementations.Of<IGate>([assembly], publicOnly: true);

    private static Assembly Load(string path)
    {
        Assembly assembly;
        try
        {
            assembly = Assembly.LoadFrom(Path.GetFullPath(path));
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or UnauthorizedAccessException or ArgumentException)
        {
            throw Unusable($"'{path}' cannot be read ({e.Message.TrimEnd('.')}).");
        }

        return In(assembly).Any()
            ? assembly
            : throw Unusable($"'{path}' has no public class that implements {nameof(IGate)}.");
    }

    private static OptionsValidationException Unusable(string what) => new(Key, typeof(JudgingOptions), [$"{Key}: {what}"]);
}
