using System.Reflection;
using Microsoft.Extensions.Options;
using MonitoringDemo.Drift;
using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Drift.Monitoring.Plan;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.DriftDetection;

/// <summary>What monitors are made of here: the library's parts, and those in the assemblies that configuration names.</summary>
internal sealed class MonitorParts
{
    private readonly MonitorOptions _options;
    private readonly IReadOnlyList<IDataQualityCheck> _checks;
    private readonly IReadOnlyList<IRowQualityCheck> _rowChecks;
    private readonly TestCatalog _catalog;

    /// <exception cref="InvalidDataException">An assembly cannot be read; the message names the file.</exception>
    public MonitorParts(IOptions<DriftDetectionOptions> options)
        : this(options.Value)
    {
    }

    public MonitorParts(DriftDetectionOptions options)
    {
        var assemblies = options.Assemblies.Select(Load).ToList();
        _options = options.Monitor;
        var (checks, rowChecks) = (QualityChecks.Find(assemblies), RowQualityChecks.Find(assemblies));
        Detectors = [.. checks.Select(check => check.Name), .. rowChecks.Select(check => check.Name), .. MonitorDetectors.Own, .. options.Monitor.Tests.Select(test => test.Test)];
        _checks = [.. checks.Where(check => !options.DisabledDetectors.Contains(check.Name))];
        _rowChecks = [.. rowChecks.Where(check => !options.DisabledDetectors.Contains(check.Name))];
        _catalog = new TestCatalog(assemblies);
    }

    /// <summary>The names of the detectors and tests that there are.</summary>
    public IReadOnlyList<string> Tests => _catalog.Names;

    /// <summary>The names of all that findings may come from, switched off or not.</summary>
    public IReadOnlyList<string> Detectors { get; }

    public ModelMonitor New(FeatureSchema schema) => new(schema, _options, _checks, _rowChecks, _catalog);

    public ModelMonitor Resume(byte[] state, FeatureSchema schema) => ModelMonitor.Resume(new MonitorState(state), schema, _options, _checks, _rowChecks, _catalog);

    private static Assembly Load(string path)
    {
        try
        {
            return Assembly.LoadFrom(Path.GetFullPath(path));
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{DriftDetectionOptions.Section}:Assemblies: '{path}' cannot be read ({e.Message.TrimEnd('.')}).", e);
        }
    }
}
