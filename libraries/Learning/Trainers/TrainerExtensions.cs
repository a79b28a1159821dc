using System.Reflection;

namespace MonitoringDemo.Learning.Trainers;

/// <summary>
/// Trainers from outside this library that a program was built with. The build names their assemblies in the program's own
/// metadata; nothing is looked for on disk, so a file that somebody drops beside the program is never loaded.
/// </summary>
public static class TrainerExtensions
{
    /// <summary>The metadata's key: <c>&lt;AssemblyMetadata Include="TrainerExtension" Value="The.Assembly" /&gt;</c> in the project file.</summary>
    public const string Key = "TrainerExtension";

    /// <summary>The assemblies that this one names, loaded; for <see cref="TrainerCatalog"/>.</summary>
    /// <exception cref="FileNotFoundException">An assembly that was there at build time is gone.</exception>
    public static Assembly[] Of(Assembly program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return [.. program.GetCustomAttributes<AssemblyMetadataAttribute>().Where(named => named.Key == Key).Select(named => Assembly.Load(named.Value!))];
    }
}
