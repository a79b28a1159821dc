using System.Diagnostics.Metrics;

namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>How much room is left where the state lives.</summary>
internal sealed class DataTelemetry
{
    private readonly string _root;

    public DataTelemetry(IMeterFactory meters, DataDirectory data)
    {
        _root = data.Root;
        meters.Create("MonitoringDemo.State").CreateObservableGauge("mlops_data_free_bytes", Free, description: "Bytes that are left to this process on the file system of the data directory.");
    }

    // The directory is made with its first file; until then the file system is that of what will hold it.
    private IEnumerable<Measurement<long>> Free()
    {
        var folder = new DirectoryInfo(_root);
        while (!folder.Exists && folder.Parent is { } parent) folder = parent;
        var drive = new DriveInfo(folder.FullName);
        return drive.IsReady ? [new Measurement<long>(drive.AvailableFreeSpace)] : [];
    }
}
