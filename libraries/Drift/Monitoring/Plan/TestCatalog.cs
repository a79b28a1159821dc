using System.Reflection;

namespace MonitoringDemo.Drift.Monitoring.Plan;

/// <summary>Finds detectors and two-sample tests by their names.</summary>
/// <param name="others">Assemblies to look in besides this library.</param>
public sealed class TestCatalog(params IEnumerable<Assembly> others)
{
    private readonly Type[] _types =
        [.. others.Prepend(typeof(TestCatalog).Assembly).Distinct().SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsClass: true, IsAbstract: false } && type.GetConstructor(Type.EmptyTypes) is not null)];

    /// <summary>The names of all that there are, sorted.</summary>
    public IReadOnlyList<string> Names =>
        [.. Of<IDriftDetector>().Select(detector => detector.Name).Concat(Of<ITwoSampleTest>().Select(test => test.Name)).Order(StringComparer.Ordinal)];

    /// <summary>A new detector; null when none has the name.</summary>
    public IDriftDetector? Detector(string name) => Of<IDriftDetector>().FirstOrDefault(detector => detector.Name == name);

    /// <summary>A two-sample test; null when none has the name.</summary>
    public ITwoSampleTest? TwoSampleTest(string name) => Of<ITwoSampleTest>().FirstOrDefault(test => test.Name == name);

    private IEnumerable<T> Of<T>() => _types.Where(type => type.IsAssignableTo(typeof(T))).Select(type => (T)Activator.CreateInstance(type)!);
}
