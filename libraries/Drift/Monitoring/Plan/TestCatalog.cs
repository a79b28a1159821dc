using System.Reflection;
using MonitoringDemo.Learning;

namespace MonitoringDemo.Drift.Monitoring.Plan;

/// <summary>Finds detectors and tests by their names.</summary>
/// <param name="others">Assemblies to look in besides this library.</param>
public sealed class TestCatalog(params IEnumerable<Assembly> others)
{
    private readonly Type[] _detectors = [.. Implementations.Of<IDriftDetector>(others.Prepend(typeof(TestCatalog).Assembly)).Where(Implementations.NeedsNothing)];
    private readonly Type[] _joint = [.. Implementations.Of<IMultivariateTest>(others.Prepend(typeof(TestCatalog).Assembly)).Where(Implementations.NeedsNothing)];
    private readonly Type[] _tests = [.. Implementations.Of<ITwoSampleTest>(others.Prepend(typeof(TestCatalog).Assembly)).Where(Implementations.NeedsNothing)];

    /// <summary>The names of all that there are, sorted.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. _detectors.Make<IDriftDetector>().Select(detector => detector.Name)
            .Concat(_tests.Make<ITwoSampleTest>().Select(test => test.Name))
            .Concat(_joint.Make<IMultivariateTest>().Select(test => test.Name))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A new detector; null when none has the name.</summary>
    public IDriftDetector? Detector(string name) => _detectors.Make<IDriftDetector>().FirstOrDefault(detector => detector.Name == name);

    /// <summary>A two-sample test; null when none has the name.</summary>
    public ITwoSampleTest? TwoSampleTest(string name) => _tests.Make<ITwoSampleTest>().FirstOrDefault(test => test.Name == name);

    /// <summary>A test of many features at once; null when none has the name.</summary>
    public IMultivariateTest? MultivariateTest(string name) => _joint.Make<IMultivariateTest>().FirstOrDefault(test => test.Name == name);
}
