using System.Reflection;

namespace MonitoringDemo.Learning;

/// <summary>Finds what implements an interface, so that one class in one file is enough and no list is kept.</summary>
public static class Implementations
{
    /// <summary>Every class that implements <typeparamref name="T"/> and can be made.</summary>
    /// <param name="assemblies">Where to look; one that is named twice counts once.</param>
    /// <param name="publicOnly">True to look at public types only: to look at others may load the assemblies that they are made with.</param>
    public static IEnumerable<Type> Of<T>(IEnumerable<Assembly> assemblies, bool publicOnly = false) => assemblies.Distinct()
        .SelectMany(assembly => publicOnly ? assembly.GetExportedTypes() : assembly.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)));

    /// <summary>One of each.</summary>
    /// <exception cref="MissingMethodException">One has no public constructor without parameters; see <see cref="NeedsNothing"/>.</exception>
    public static IEnumerable<T> Make<T>(this IEnumerable<Type> types) => types.Select(type => (T)Activator.CreateInstance(type)!);

    /// <summary>Whether a class has a public constructor without parameters.</summary>
    public static bool NeedsNothing(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.GetConstructor(Type.EmptyTypes) is not null;
    }
}
